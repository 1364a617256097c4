import type { Outcome, PersonOutcome } from "@/lib/domain/teams/outcomes";
import type { Translate } from "@/lib/i18n/translator";
import { EffectLines, lineOf, PeopleLines, type PersonLines, summaryInWords } from "../access/Effects";

/** Exactly who loses what, as every effect is shown. */
export function Losses({ t, outcome: { summary, people } }: { t: Translate; outcome: Outcome }) {
  return (
    <div className="grid gap-3">
      <p className={people.length > 0 ? "font-medium" : undefined}>
        {summary.losses === 0 ? t("users.losses.nothing") : summaryInWords(t, summary)}
      </p>
      <PeopleLines t={t} people={people.map(linesOf)} />
    </div>
  );
}

/** What the reader loses themselves by leaving. */
export function OwnLosses({ t, loss }: { t: Translate; loss: PersonOutcome | null }) {
  if (!loss) return <p>{t("users.losses.nothing")}</p>;
  return (
    <>
      <p className="font-medium">{t("users.losses.youLose", { count: loss.losses })}</p>
      <EffectLines t={t} {...linesOf(loss)} label={t("access.effects.list")} />
    </>
  );
}

/** What becomes of somebody, as every effect is drawn. */
export const linesOf = ({ effects, billing, ...person }: PersonOutcome): PersonLines => ({
  ...person,
  lines: effects.map(lineOf),
  billing: billing && { change: billing },
});
