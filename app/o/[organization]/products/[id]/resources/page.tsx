import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { ActionForm } from "@/components/manager/ActionForm";
import { DataTable } from "@/components/manager/DataTable";
import { SelectField } from "@/components/manager/fields";
import { formLabels, tableLabels } from "@/components/manager/labels";
import type { TableRow } from "@/components/manager/tableTypes";
import { ButtonLink } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { SCALES } from "@/lib/access/families";
import { REACH_TABLE } from "@/lib/domain/products/accessTables";
import { type ListedResource, listResources } from "@/lib/domain/products/queries/listResources";
import { SHAREABLE } from "@/lib/domain/products/rules/resources";
import { rightsInWords } from "@/lib/i18n/accessWords";
import { pageText } from "@/lib/i18n/page";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";
import { tableParams } from "@/lib/kernel/tableState";
import { ask } from "@/lib/pipeline/request";
import { wordText } from "../../../access/words";
import { DoneToast } from "../../../DoneToast";
import { ProductFrame } from "../ProductFrame";
import { createResourceAction } from "./actions";
import { NameFields } from "./NameFields";

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
  const { product, holds, table, total, resources, person } = view;
  const path = routes.resources(slug, id);
  const query = new URLSearchParams(tableParams(table, REACH_TABLE.defaultSort)).toString();
  const here = query ? `${path}?${query}` : path;
  const create = `${here}${query ? "&" : "?"}create=1`;
  const shareable = holds.filter((type) => SHAREABLE.includes(type));
  const levels = shareable[0] ? Object.keys(SCALES[shareable[0]].rights) : [];
  return (
    <>
      <DoneToast />
      {search.create && holds[0] ? (
        <Dialog title={t("access.resources.createTitle", { name: product.name })} closeHref={here}>
          <div className="mt-4">
            <ActionForm
              action={createResourceAction}
              scope={{ key: randomUUID(), user: person.userId, organization: slug }}
              hidden={{ product: id, then: here, ...(holds.length === 1 ? { type: holds[0] } : {}) }}
              labels={formLabels(t)}
              submit={t("access.resources.create")}
              aside={
                <a className="button" href={here} data-keep-scroll>
                  {t("common.cancel")}
                </a>
              }
            >
              {holds.length > 1 ? (
                <SelectField
                  name="type"
                  label={t("access.resources.kindLabel")}
                  options={holds.map((type) => ({ value: type, label: t(`access.types.${type}`) }))}
                />
              ) : null}
              <NameFields t={t} isMailbox={holds[0] === "MAILBOX"} domains={view.domains} />
              {shareable[0] ? (
                <SelectField
                  name="shared"
                  label={t("access.resources.sharedLabel")}
                  hint={t("access.resources.sharedHint")}
                  options={[
                    { value: "", label: t("access.resources.sharedNo") },
                    ...levels.map((level) => ({
                      value: level,
                      label: shareable.map((type) => wordText(t, type, level).label).join(" / "),
                    })),
                  ]}
                />
              ) : null}
            </ActionForm>
          </div>
        </Dialog>
      ) : null}
      <ProductFrame
        slug={slug}
        id={id}
        current="resources"
        action={
          holds.length > 0 ? (
            <ButtonLink href={create} variant="primary">
              {t("access.resources.create")}
            </ButtonLink>
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
            action: holds.length > 0 ? { label: t("access.resources.create"), href: create } : undefined,
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
