import { ActionForm } from "@/components/manager/ActionForm";
import { ButtonLink } from "@/components/ui/Button";
import { Callout } from "@/components/ui/Callout";
import { DescriptionList } from "@/components/ui/DescriptionList";
import type { TeamDraftView } from "@/lib/domain/teams/queries/showTeamDraft";
import { teamEffects } from "@/lib/domain/teams/queries/teamEffects";
import { rightsInWords } from "@/lib/i18n/accessWords";
import type { Locale } from "@/lib/i18n/locales";
import { pageText } from "@/lib/i18n/page";
import type { Translate } from "@/lib/i18n/translator";
import { ask } from "@/lib/pipeline/request";
import { Effects } from "../../../access/Effects";
import { TeamName } from "../../TeamName";
import { placedName } from "../../words";
import { createTeamAction } from "./actions";
import { stepForm } from "./stepForm";
import { stepHref } from "./steps";

/** A last look: the team as it will be, and what everybody in it gains. */
export async function CheckStep({ view }: { view: TeamDraftView }) {
  const { organization, draft, answers, people } = view;
  const [text, effects] = await Promise.all([
    pageText(),
    ask(teamEffects, organization.slug, { change: "create", draft }),
  ]);
  const { t } = text;
  const { name, colour, description } = answers;
  const form = stepForm(t, "check", view);
  return (
    <ActionForm
      action={createTeamAction}
      {...form}
      hidden={{ ...form.hidden, seal: effects.seal }}
      submit={t("teams.wizard.submit")}
      aside={<ButtonLink href={stepHref("check", -1, view)}>{t("common.back")}</ButtonLink>}
    >
      {view.gone.length > 0 ? (
        <Callout tone="caution">
          {t("teams.wizard.gone", { names: view.gone.map((one) => one.name).join(", ") })}
        </Callout>
      ) : null}
      {view.withoutRights.length > 0 ? (
        <Callout tone="caution">
          {t("teams.wizard.withoutRights", {
            names: view.withoutRights.map((one) => placedName(one, t, text.locale)).join(", "),
          })}{" "}
          <a href={stepHref("access", 0, view)}>{t("teams.wizard.chooseRights")}</a>
        </Callout>
      ) : null}
      <DescriptionList
        items={[
          { term: t("teams.name"), value: <TeamName name={name} colour={colour ?? ""} /> },
          ...(colour ? [{ term: t("teams.colour"), value: t(`teams.colours.${colour}`) }] : []),
          ...(description ? [{ term: t("teams.about"), value: description }] : []),
          ...(view.mayGive
            ? [{ term: t("teams.wizard.steps.access"), value: <Access text={text} access={view.access} /> }]
            : []),
          {
            term: t("teams.wizard.steps.members"),
            value: namesOf(people) || t("teams.wizard.noMembers"),
          },
          {
            term: t("teams.wizard.steps.leaders"),
            value:
              namesOf(people.filter(({ id }) => answers.leaders.includes(id))) || t("teams.leaders.none"),
          },
        ]}
      />
      <div className="border-t border-line pt-5">
        <Effects t={t} effects={effects} />
      </div>
    </ActionForm>
  );
}

const namesOf = (people: TeamDraftView["people"]) => people.map(({ name }) => name).join(", ");

function Access({
  text: { t, locale },
  access,
}: {
  text: { t: Translate; locale: Locale };
  access: TeamDraftView["access"];
}) {
  if (access.length === 0) return t("teams.wizard.noAccess");
  return (
    <ul className="[overflow-wrap:anywhere]">
      {access.map((one) => (
        <li key={one.on}>
          {placedName(one, t, locale)}
          <span className="text-muted"> · {rightsInWords(t, one.type, one.rights)}</span>
        </li>
      ))}
    </ul>
  );
}
