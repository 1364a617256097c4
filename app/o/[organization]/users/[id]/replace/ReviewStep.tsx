import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/manager/ActionForm";
import { formLabels } from "@/components/manager/labels";
import { ButtonLink } from "@/components/ui/Button";
import { Callout } from "@/components/ui/Callout";
import { sumOf } from "@/lib/access/effects";
import { whatIf } from "@/lib/domain/teams/queries/whatIf";
import type { Translate } from "@/lib/i18n/translator";
import { ask } from "@/lib/pipeline/request";
import { PeopleLines, summaryInWords } from "../../../access/Effects";
import { linesOf } from "../../Losses";
import { replaceLegalRepresentativeAction } from "../actions";
import { outcome } from "./BecomesStep";
import type { ReplaceSearch, ReplaceView } from "./steps";

/** Both people, now and afterwards, and what each gains and loses, before anything has happened. */
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
  const [ofNext, ofOld] = await Promise.all([
    ask(whatIf, organization.slug, { ids: [next.id], afterwards: ["LEGAL_REPRESENTATIVE"] }),
    ask(whatIf, organization.slug, { ids: [old.id], afterwards: [search.becomes] }),
  ]);
  const outcomes = [...ofNext.cases, ...ofOld.cases];
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
      <section className="grid gap-3" aria-labelledby="effects">
        <h3 id="effects" className="font-semibold">
          {t("users.replace.effects")}
        </h3>
        <p className="font-medium">{summaryInWords(t, sumOf(outcomes.map(({ summary }) => summary)))}</p>
        <PeopleLines t={t} people={outcomes.flatMap(({ people }) => people.map(linesOf))} />
      </section>
      {isSelf ? <Callout tone="caution">{t("users.replace.selfNote")}</Callout> : null}
      <ActionForm
        action={replaceLegalRepresentativeAction}
        scope={{ key: randomUUID(), user: person.userId, organization: organization.slug }}
        hidden={{
          id: old.id,
          seal: ofOld.seals[old.id] ?? "",
          successor: next.id,
          successorSeal: ofNext.seals[next.id] ?? "",
          becomes: search.becomes,
        }}
        labels={formLabels(t)}
        submit={t("users.replace.submit")}
        aside={<ButtonLink href={back}>{t("common.back")}</ButtonLink>}
      />
    </div>
  );
}
