import { ActionForm } from "@/components/manager/ActionForm";
import { Callout } from "@/components/ui/Callout";
import { MOST_TO_SET } from "@/lib/domain/teams/inputs";
import { listToGive } from "@/lib/domain/teams/queries/listToGive";
import type { TeamDraftView } from "@/lib/domain/teams/queries/showTeamDraft";
import { showToSet } from "@/lib/domain/teams/queries/showToSet";
import { rightsInWords } from "@/lib/i18n/accessWords";
import { pageText } from "@/lib/i18n/page";
import { ask } from "@/lib/pipeline/request";
import { ChooseAll, ObjectFields } from "../../ObjectFields";
import { RightsFields } from "../../RightsFields";
import { placedName } from "../../words";
import { draftAccessAction, draftTicksAction } from "./actions";
import { Chosen } from "./Chosen";
import { BackButton, keepingForm } from "./stepForm";

type Search = Record<string, string | string[] | undefined>;

/** What the team will reach: ticked in a list, then with which rights; both are kept in the draft. */
export async function AccessStep({ view, search }: { view: TeamDraftView; search: Search }) {
  const { organization, draft, access } = view;
  const [text, toSet] = await Promise.all([
    pageText(),
    search.rights ? ask(showToSet, organization.slug, { draft }) : null,
  ]);
  const { t, locale } = text;
  if (toSet && toSet.objects.length > 0) return <Rights view={view} toSet={toSet} search={search} />;
  const picker = await ask(listToGive, organization.slug, { draft, table: search });
  const { page, q, sort, show } = picker.table;
  const form = keepingForm(t, "access", view);
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
      <ActionForm
        key={`${show} ${page} ${q} ${sort} ${access.length}`}
        action={draftTicksAction}
        {...form}
        hidden={{ ...form.hidden, step: "ticks" }}
        aside={
          <>
            <ChooseAll t={t} total={picker.total} />
            {form.aside}
          </>
        }
      >
        <ObjectFields text={text} view={picker} name="id[]" />
      </ActionForm>
    </div>
  );
}

type ToSet = Awaited<ReturnType<typeof showToSet.execute>>;

async function Rights({ view, toSet, search }: { view: TeamDraftView; toSet: ToSet; search: Search }) {
  const text = await pageText();
  const { t } = text;
  const { objects, isCut } = toSet;
  const form = keepingForm(t, "access", view);
  return (
    <ActionForm
      action={draftAccessAction}
      {...form}
      hidden={{ ...form.hidden, show: [search.show].flat()[0] ?? "" }}
      submit={t("teams.wizard.keep")}
      aside={<BackButton t={t} to="access" />}
    >
      {isCut ? <Callout>{t("teams.rights.cut", { count: MOST_TO_SET })}</Callout> : null}
      {objects.map((object) => (
        <input key={object.on} type="hidden" name="on[]" value={object.on} />
      ))}
      <RightsFields text={text} objects={objects} name="access[]" />
    </ActionForm>
  );
}
