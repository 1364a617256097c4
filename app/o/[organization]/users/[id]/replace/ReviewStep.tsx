import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/manager/ActionForm";
import { formLabels } from "@/components/manager/labels";
import { ButtonLink } from "@/components/ui/Button";
import { Callout } from "@/components/ui/Callout";
import { whatIf } from "@/lib/domain/teams/queries/whatIf";
import type { Translate } from "@/lib/i18n/translator";
import { ask } from "@/lib/pipeline/request";
import { Losses } from "../../Losses";
import { replaceLegalRepresentativeAction } from "../actions";
import { outcome } from "./BecomesStep";
import type { ReplaceSearch, ReplaceView } from "./steps";

/** Both people, now and afterwards, and what the old one loses, before anything has happened. */
export async function ReviewStep({
  t,
  view,
  search,
  back,
}: {
  t: Translate;
  view: ReplaceView;
  search: ReplaceSearch;
  back: string;
}) {
  const { old, next, organization, person, isSelf } = view;
  if (!next || !search.becomes) return null;
  const { cases, seals } = await ask(whatIf, organization.slug, {
    ids: [old.id],
    afterwards: [search.becomes],
  });
  const [losing] = cases;
  const changes = [
    { member: next, afterwards: t("common.roles.LEGAL_REPRESENTATIVE") },
    { member: old, afterwards: outcome(t, search.becomes) },
  ];
  return (
    <div className="grid gap-5">
      <ul className="grid gap-3">
        {changes.map(({ member, afterwards }) => (
          <li key={member.id} className="rounded-md border border-line px-4 py-3">
            <bdi className="font-semibold">{member.name}</bdi>
            <p className="text-muted">{member.email}</p>
            <dl className="mt-2 grid grid-cols-2 gap-x-6">
              <div>
                <dt className="text-sm text-muted">{t("users.replace.from")}</dt>
                <dd>{t(`common.roles.${member.role}`)}</dd>
              </div>
              <div>
                <dt className="text-sm text-muted">{t("users.replace.to")}</dt>
                <dd className="font-semibold">{afterwards}</dd>
              </div>
            </dl>
          </li>
        ))}
      </ul>
      <section className="grid gap-2 [&_ul]:list-disc [&_ul]:pl-5" aria-labelledby="losses">
        <h3 id="losses" className="font-semibold">
          {t("users.losses.title")}
        </h3>
        {losing && losing.people.length > 0 ? (
          <Losses t={t} outcome={losing} />
        ) : (
          <p>{t("users.losses.keepsAll", { name: old.name })}</p>
        )}
      </section>
      {isSelf ? <Callout tone="caution">{t("users.replace.selfNote")}</Callout> : null}
      <ActionForm
        action={replaceLegalRepresentativeAction}
        scope={{ key: randomUUID(), user: person.userId, organization: organization.slug }}
        hidden={{ id: old.id, seal: seals[old.id] ?? "", successor: next.id, becomes: search.becomes }}
        labels={formLabels(t)}
        submit={t("users.replace.submit")}
        aside={<ButtonLink href={back}>{t("common.back")}</ButtonLink>}
      />
    </div>
  );
}
