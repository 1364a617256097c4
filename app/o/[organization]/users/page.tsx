import type { Metadata } from "next";
import { DataTable } from "@/components/manager/DataTable";
import { tableLabels } from "@/components/manager/labels";
import { PageHeader } from "@/components/manager/PageHeader";
import { ButtonLink } from "@/components/ui/Button";
import { Tabs } from "@/components/ui/Tabs";
import { listUsers } from "@/lib/domain/organizations/queries/listUsers";
import { SHOWS, USERS_TABLE } from "@/lib/domain/organizations/usersTable";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";
import { tableParams } from "@/lib/kernel/tableState";
import { ask } from "@/lib/pipeline/request";
import { DoneToast } from "../DoneToast";
import { SelectionDialog } from "./SelectionDialog";
import { bulkActs, columnsOf, emptyText, filtersOf, rowActions, rowsOf } from "./table";

type Props = PageProps<"/o/[organization]/users">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ organization }, search, { t }] = await Promise.all([params, searchParams, pageText()]);
  const view = await ask(listUsers, organization, search);
  return { title: `${t("users.title")} · ${view.organization.name}` };
}

/** Members, externals and invitations: one table, its state in the address. */
export default async function UsersPage({ params, searchParams }: Props) {
  const [{ organization: slug }, search, text] = await Promise.all([params, searchParams, pageText()]);
  const { t } = text;
  const view = await ask(listUsers, slug, search);
  const { table, organization, counts, total } = view;
  const { defaultSort } = USERS_TABLE;
  const path = routes.users(slug);
  const keep: Record<string, string> = table.show === "all" ? {} : { show: table.show };
  const query = new URLSearchParams([...Object.entries(keep), ...tableParams(table, defaultSort)]).toString();
  const here = query ? `${path}?${query}` : path;
  return (
    <>
      <DoneToast />
      {search.confirm ? <SelectionDialog slug={slug} search={search} view={view} closeHref={here} /> : null}
      <PageHeader
        title={t("users.title")}
        description={t("users.description", { organization: organization.name })}
        action={
          view.mayInvite ? (
            <ButtonLink href={routes.addUser(slug, "addresses")} variant="primary">
              {t("users.add")}
            </ButtonLink>
          ) : undefined
        }
      />
      <div className="mb-4">
        <Tabs
          label={t("users.table.tabs")}
          items={SHOWS.map((show) => ({
            label: t(`users.show.${show}`),
            href: routes.users(slug, { show: show === "all" ? undefined : show }),
            current: show === table.show,
            count: t("users.table.count", { count: counts[show] }),
          }))}
        />
      </div>
      <DataTable
        // What was selected is done: the selection ends with the act.
        key={[search.done].flat()[0]}
        caption={t("users.table.caption")}
        columns={columnsOf(t, slug)}
        rows={rowsOf(view, text)}
        total={total}
        state={table}
        defaultSort={defaultSort}
        path={path}
        keep={keep}
        search={t("users.table.search")}
        filters={filtersOf(t, table.show)}
        actions={rowActions(t, slug, here)}
        bulk={bulkActs(t, view)}
        menu={[search.menu].flat()[0]}
        csv={query ? `${routes.usersCsv(slug)}?${query}` : routes.usersCsv(slug)}
        labels={tableLabels(t, { total, ...table })}
        empty={emptyText(t, slug, view)}
      />
    </>
  );
}
