import type { Metadata } from "next";
import { DataTable } from "@/components/manager/DataTable";
import { tableLabels } from "@/components/manager/labels";
import type { TableRow } from "@/components/manager/tableTypes";
import { BlockedButton, ButtonLink } from "@/components/ui/Button";
import { REACH_TABLE } from "@/lib/domain/products/accessTables";
import { type ListedResource, listResources } from "@/lib/domain/products/queries/listResources";
import { rightsInWords } from "@/lib/i18n/accessWords";
import { pageText } from "@/lib/i18n/page";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";
import { tableParams } from "@/lib/kernel/tableState";
import { sentence } from "@/lib/pipeline/failureState";
import { ask } from "@/lib/pipeline/request";
import { DoneToast } from "../../../DoneToast";
import { ProductFrame } from "../ProductFrame";
import { CreateDialog } from "./CreateDialog";

type Props = PageProps<"/o/[organization]/products/[id]/resources">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ organization, id }, search, { t }] = await Promise.all([params, searchParams, pageText()]);
  const view = await ask(listResources, organization, { product: id, table: search });
  return { title: `${t("access.resources.title", { name: view.product.name })} · ${view.organization.name}` };
}

/** Mailboxes, folders, channels, calendars, address books: what a product holds (PROD-1). */
export default async function ResourcesPage({ params, searchParams }: Props) {
  const [{ organization: slug, id }, search, { t }] = await Promise.all([params, searchParams, pageText()]);
  const view = await ask(listResources, slug, { product: id, table: search });
  const { product, holds, full, table, total, resources } = view;
  const path = routes.resources(slug, id);
  const query = new URLSearchParams(tableParams(table, REACH_TABLE.defaultSort)).toString();
  const here = query ? `${path}?${query}` : path;
  const isOpen = holds.length > 0 && full === null;
  const create = `${here}${query ? "&" : "?"}create=1`;
  return (
    <>
      <DoneToast />
      {search.create && isOpen ? <CreateDialog t={t} slug={slug} view={view} here={here} /> : null}
      <ProductFrame
        slug={slug}
        id={id}
        current="resources"
        action={
          isOpen ? (
            <ButtonLink href={create} variant="primary">
              {t("access.resources.create")}
            </ButtonLink>
          ) : full !== null ? (
            <BlockedButton id="create" reason={sentence(t, "refusals", "no_address_left", { count: full })}>
              {t("access.resources.create")}
            </BlockedButton>
          ) : undefined
        }
      >
        <DataTable
          caption={t("access.resources.title", { name: product.name })}
          columns={[
            { key: "name", label: t("access.resources.name"), kind: "link", sortable: true },
            { key: "type", label: t("access.resources.type") },
            { key: "shared", label: t("access.resources.shared") },
            { key: "grants", label: t("access.resources.grants") },
          ]}
          rows={resources.map(
            (resource): TableRow => ({
              id: resource.id,
              href: routes.resource(slug, id, resource.id),
              cells: [
                resource.name,
                t(`access.types.${resource.type}`),
                resource.sharedRights ? rightsInWords(t, resource.type, resource.sharedRights) : null,
                givenTo(t, resource),
              ],
            }),
          )}
          total={total}
          state={table}
          defaultSort={REACH_TABLE.defaultSort}
          path={path}
          search={t("access.list.searchNames")}
          labels={tableLabels(t, { total, ...table })}
          empty={{
            title: t("access.empty.resources"),
            body: t("access.empty.resourcesBody"),
            icon: "key",
            action: isOpen ? { label: t("access.resources.create"), href: create } : undefined,
          }}
        />
      </ProductFrame>
    </>
  );
}

/** To whom something was given by name: people, teams and invited people, as far as there are any. */
const givenTo = (t: Translate, resource: ListedResource): string =>
  (["people", "teams", "invited"] as const)
    .filter((who) => resource[who] > 0)
    .map((who) => t(`access.resources.given.${who}`, { count: resource[who] }))
    .join(", ") || t("access.resources.given.nobody");
