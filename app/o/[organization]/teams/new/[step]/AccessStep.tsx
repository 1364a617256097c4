import { ActionForm } from "@/components/manager/ActionForm";
import { ButtonLink } from "@/components/ui/Button";
import { Callout } from "@/components/ui/Callout";
import { listToGive } from "@/lib/domain/teams/queries/listToGive";
import type { TeamDraftView } from "@/lib/domain/teams/queries/showTeamDraft";
import { showToSet } from "@/lib/domain/teams/queries/showToSet";
import { rightsInWords } from "@/lib/i18n/accessWords";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";
import { MOST_CHOSEN, ObjectPicker } from "../../ObjectPicker";
import { RightsFields } from "../../RightsFields";
import { placedName } from "../../words";
import { draftAccessAction } from "./actions";
import { Chosen } from "./Chosen";
import { Onwards, stepForm } from "./stepForm";

type Search = Record<string, string | string[] | undefined>;

/** What the team will reach: chosen from a list, then with which rights; kept in the draft. */
export async function AccessStep({ view, search }: { view: TeamDraftView; search: Search }) {
  const text = await pageText();
  const { t, locale } = text;
  const on = [search.id ?? []].flat();
  if (search.confirm === "choose" && on.length > 0) return <Rights view={view} on={on} />;
  const { organization, draft, access } = view;
  const picker = await ask(listToGive, organization.slug, { draft, table: search });
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
      />
      <Onwards t={t} step="access" view={view} />
    </div>
  );
}

async function Rights({ view, on }: { view: TeamDraftView; on: string[] }) {
  const { organization, draft } = view;
  const [text, { objects }] = await Promise.all([
    pageText(),
    ask(showToSet, organization.slug, { draft, on: on.slice(0, MOST_CHOSEN) }),
  ]);
  const { t } = text;
  return (
    <ActionForm
      action={draftAccessAction}
      {...stepForm(t, "access", view)}
      submit={t("teams.wizard.keep")}
      aside={
        <ButtonLink href={routes.newTeam(organization.slug, "access", draft ?? undefined)}>
          {t("common.back")}
        </ButtonLink>
      }
    >
      {on.length > MOST_CHOSEN ? <Callout>{t("teams.rights.cut", { count: MOST_CHOSEN })}</Callout> : null}
      {objects.map((object) => (
        <input key={object.on} type="hidden" name="on[]" value={object.on} />
      ))}
      <RightsFields text={text} objects={objects} name="access[]" />
    </ActionForm>
  );
}
