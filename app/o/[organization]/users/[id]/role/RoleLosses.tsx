import { Callout } from "@/components/ui/Callout";
import type { WhatIf } from "@/lib/domain/teams/queries/whatIf";
import type { Translate } from "@/lib/i18n/translator";
import { LossLines } from "../../Losses";

/** What each lower role takes away, before it is chosen; roles that take nothing are not spoken of. */
export function RoleLosses({ t, cases }: { t: Translate; cases: WhatIf["cases"] }) {
  return cases.map(({ after, people }) => {
    const [person] = people;
    if (!person || after === "REMOVED") return null;
    const { name, count } = person;
    return (
      <Callout
        key={after}
        tone="caution"
        title={t("users.losses.asRole", { role: t(`common.roles.${after}`), name, count })}
      >
        <LossLines t={t} person={person} />
      </Callout>
    );
  });
}
