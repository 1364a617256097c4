import type { Metadata } from "next";
import { DataTable } from "@/components/manager/DataTable";
import { tableLabels } from "@/components/manager/labels";
import { PageHeader } from "@/components/manager/PageHeader";
import type { TableColumn, TableRow } from "@/components/manager/tableTypes";
import { PRODUCTS_TABLE } from "@/lib/domain/products/productsTable";
import { listProducts } from "@/lib/domain/products/queries/listProducts";
import { shortPlainDayText } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { pageText } from "@/lib/i18n/page";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";

type Props = PageProps<"/o/[organization]/products">;
type View = Awaited<ReturnType<typeof listProducts.execute>>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ organization }, search, { t }] = await Promise.all([params, searchParams, pageText()]);
  const view = await ask(listProducts, organization, search);
  return { title: `${t("products.title")} · ${view.organization.name}` };
}

/** Everything that the organization has, by family; the state of the table is in the address. */
export default async function ProductsPage({ params, searchParams }: Props) {
  const [{ organization: slug }, search, { t, locale }] = await Promise.all([
    params,
    searchParams,
    pageText(),
  ]);
  const view = await ask(listProducts, slug, search);
  const { table, organization, total } = view;
  return (
    <>
      <PageHeader
        title={t("products.title")}
        description={t("products.description", { organization: organization.name })}
      />
      <DataTable
        caption={t("products.title")}
        columns={columnsOf(t, slug)}
        rows={rowsOf(view, t, locale)}
        total={total}
        state={table}
        defaultSort={PRODUCTS_TABLE.defaultSort}
        path={routes.products(slug)}
        search={t("products.table.search")}
        filters={[
          {
            key: "family",
            label: t("products.table.family"),
            options: view.families.map((family) => ({
              value: family,
              label: t(`access.families.${family}`),
            })),
          },
        ]}
        labels={tableLabels(t, { total, ...table })}
        empty={{ title: t("products.empty.title"), body: t("products.empty.body"), icon: "products" }}
      />
    </>
  );
}

const columnsOf = (t: Translate, slug: string): TableColumn[] => [
  {
    key: "name",
    label: t("products.table.name"),
    kind: "link",
    sortable: true,
    href: routes.product(slug, "{id}"),
  },
  { key: "kind", label: t("products.table.kind"), sortable: true },
  { key: "offer", label: t("products.table.offer") },
  { key: "quantity", label: t("products.table.quantity"), kind: "number" },
  { key: "paid", label: t("products.table.paid"), kind: "date", sortable: true },
];

const rowsOf = ({ lines }: View, t: Translate, locale: Locale): TableRow[] =>
  lines.map(({ id, name, kind, offer, quantity, paidUntil, suite }) => ({
    id,
    cells: [
      suite === null ? name : [name, t("products.partOf", { suite })],
      kind,
      offer,
      // What comes with a suite is as many as the suite.
      suite === null ? quantity : null,
      shortPlainDayText(paidUntil, locale),
    ],
  }));
