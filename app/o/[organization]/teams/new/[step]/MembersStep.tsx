import { PageButtons } from "@/app/o/[organization]/access/PageButtons";
import { SearchField } from "@/app/o/[organization]/access/SearchField";
import { SortButtons } from "@/app/o/[organization]/access/SortButtons";
import { ActionForm } from "@/components/manager/ActionForm";
import { CheckboxField } from "@/components/manager/fields";
import { Button } from "@/components/ui/Button";
import { MOST_AT_ONCE } from "@/lib/domain/teams/inputs";
import { listToJoin, type ToJoinView } from "@/lib/domain/teams/queries/listToJoin";
import type { TeamDraftView } from "@/lib/domain/teams/queries/showTeamDraft";
import { pageText } from "@/lib/i18n/page";
import type { Translate } from "@/lib/i18n/translator";
import { ask } from "@/lib/pipeline/request";
import { personColumns } from "../../tables";
import { draftMembersAction } from "./actions";
import { keepingForm } from "./stepForm";

type Search = Record<string, string | string[] | undefined>;

/** Who will be in the team: whoever is ticked, also on the way to a search or another page. */
export async function MembersStep({ view, search }: { view: TeamDraftView; search: Search }) {
  const { organization, people } = view;
  const [{ t }, { table, total, lines }] = await Promise.all([
    pageText(),
    ask(listToJoin, organization.slug, { table: search }),
  ]);
  const { q, page, size, sort } = table;
  const pages = Math.max(1, Math.ceil(total / size));
  const shown = new Set(lines.map(({ id }) => id));
  const elsewhere = people.filter(({ id }) => !shown.has(id));
  const chosen = new Set(people.map(({ id }) => id));
  return (
    <ActionForm
      key={`${page} ${q} ${sort} ${people.length}`}
      action={draftMembersAction}
      {...keepingForm(t, "members", view)}
    >
      {pages > 1 || q !== "" ? (
        <SearchField t={t} label={t("teams.members.search")} q={q} total={total} />
      ) : null}
      {elsewhere.length > 0 ? (
        <details>
          <summary>{t("teams.wizard.chosenElsewhere", { count: elsewhere.length })}</summary>
          <div className="mt-3 grid max-h-80 gap-2 overflow-auto">
            {elsewhere.map(({ id, name }) => (
              <Person key={id} id={id} label={name} isChosen />
            ))}
          </div>
        </details>
      ) : null}
      <SortButtons t={t} sort={sort} columns={personColumns(t)} />
      {lines.length === 0 ? <p className="text-muted">{t("common.table.noMatch")}</p> : null}
      <ul className="grid gap-3" aria-label={t("teams.join.caption")}>
        {lines.map((one) => (
          <li key={one.id}>
            <Person id={one.id} label={one.name} hint={hintOf(t, one)} isChosen={chosen.has(one.id)} />
          </li>
        ))}
      </ul>
      {pages > 1 ? (
        <PageButtons t={t} page={page} pages={pages}>
          {total <= MOST_AT_ONCE ? (
            <Button type="submit" name="all" value="1">
              {t("teams.wizard.chooseAll", { count: total })}
            </Button>
          ) : null}
        </PageButtons>
      ) : null}
    </ActionForm>
  );
}

const hintOf = (t: Translate, { email, role }: ToJoinView["lines"][number]) =>
  `${email} · ${t(`common.roles.${role}`)}`;

function Person({ id, isChosen, ...told }: { id: string; label: string; hint?: string; isChosen: boolean }) {
  return (
    <>
      <input type="hidden" name="shown[]" value={id} />
      <CheckboxField name="id[]" value={id} {...told} defaultChecked={isChosen} />
    </>
  );
}
