import { redirect } from "next/navigation";
import { ActionForm } from "@/components/manager/ActionForm";
import { ButtonLink } from "@/components/ui/Button";
import { Callout } from "@/components/ui/Callout";
import { MOST_AT_ONCE, MOST_TO_SET } from "@/lib/domain/teams/inputs";
import { listToGive } from "@/lib/domain/teams/queries/listToGive";
import type { TeamDraftView } from "@/lib/domain/teams/queries/showTeamDraft";
import { showToSet } from "@/lib/domain/teams/queries/showToSet";
import { rightsInWords } from "@/lib/i18n/accessWords";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";
import { ObjectPicker, pickedIn } from "../../ObjectPicker";
import { RightsFields } from "../../RightsFields";
import { placedName } from "../../words";
import { draftAccessAction } from "./actions";
import { Chosen } from "./Chosen";
import { stepForm } from "./stepForm";
import { stepHref } from "./steps";

type Search = Record<string, string | string[] | undefined>;

/** What the team will reach: chosen from a list, then with which rights; kept in the draft. */
export async function AccessStep({ view, search }: { view: TeamDraftView; search: Search }) {
  const text = await pageText();
  const { t, locale } = text;
  const { table, on, isChosen } = pickedIn(search);
  if (isChosen && (on.length > 0 || search.all === "1")) return <Rights view={view} search={search} />;
  // Continue without anything ticked leads on.
  if (isChosen) redirect(stepHref("access", 1, view));
  const { organization, draft, access } = view;
  const picker = await ask(listToGive, organization.slug, { draft, on: on.slice(0, MOST_AT_ONCE), table });
  return (
    <div className="grid grid-cols-1 gap-6">
      <Chosen
        t={t}
        step="access"
        view={view}
        title={t("teams.wizard.chosenAccess", { count: access.length })}
        action={draftAccessAction}
        name="on[]"
        items={access.map((one) => ({
          id: one.on,
          label: placedName(one, t, locale),
          hint: rightsInWords(t, one.type, one.rights),
        }))}
      />
      <ObjectPicker
        text={text}
        view={picker}
        path={routes.newTeam(organization.slug, "access")}
        keep={{ draft: draft ?? "" }}
        submit={t("common.continue")}
        aside={<ButtonLink href={stepHref("access", -1, view)}>{t("common.back")}</ButtonLink>}
      />
    </div>
  );
}

async function Rights({ view, search }: { view: TeamDraftView; search: Search }) {
  const { organization, draft } = view;
  const on = [search.id ?? []].flat().slice(0, MOST_AT_ONCE);
  const [text, { objects, isCut }] = await Promise.all([
    pageText(),
    ask(showToSet, organization.slug, { draft, on, all: search.all === "1", table: search }),
  ]);
  const { t } = text;
  const show = [search.show].flat()[0] ?? "";
  const step = routes.newTeam(organization.slug, "access", draft ?? undefined, { show: show || undefined });
  const form = stepForm(t, "access", view);
  const back = `${step}&${new URLSearchParams(on.map((one) => ["id", one]))}`;
  if (objects.length === 0) redirect(step);
  return (
    <ActionForm
      action={draftAccessAction}
      {...form}
      hidden={{ ...form.hidden, show }}
      submit={t("teams.wizard.keep")}
      aside={<ButtonLink href={back}>{t("common.back")}</ButtonLink>}
    >
      {isCut ? <Callout>{t("teams.rights.cut", { count: MOST_TO_SET })}</Callout> : null}
      {objects.map((object) => (
        <input key={object.on} type="hidden" name="on[]" value={object.on} />
      ))}
      <RightsFields text={text} objects={objects} name="access[]" />
    </ActionForm>
  );
}
