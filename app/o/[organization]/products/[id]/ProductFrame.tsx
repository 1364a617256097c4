import type { ReactNode } from "react";
import { PageHeader } from "@/components/manager/PageHeader";
import { Badge } from "@/components/ui/Badge";
import { Tabs } from "@/components/ui/Tabs";
import { type ProductHead, productHead } from "@/lib/domain/products/queries/productHead";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";

/** Tabs of the product's own address: `?tab=renewal`. */
export const TABS = ["renewal", "invoices", "history"] as const;
export type Tab = "overview" | "access" | "resources" | (typeof TABS)[number];

/** The head of every page of a product, with its tabs as far as the reader has them. */
export async function ProductFrame({
  slug,
  id,
  current,
  action,
  children,
}: {
  slug: string;
  id: string;
  current: Tab;
  /** The one primary action of the tab. */
  action?: ReactNode;
  children: ReactNode;
}) {
  const [{ t }, head] = await Promise.all([pageText(), ask(productHead, slug, { id })]);
  const { product, suite, sees } = head;
  return (
    <>
      <PageHeader
        breadcrumb={{
          label: t("shell.breadcrumb"),
          items: [
            sees.list
              ? { label: t("products.title"), href: routes.products(slug) }
              : { label: t("shell.nav.overview"), href: routes.overview(slug) },
            { label: product.name },
          ],
        }}
        title={product.name}
        badge={<Badge>{product.kind}</Badge>}
        description={
          suite
            ? t.rich("products.partOfLink", {
                suite: suite.name,
                link: (words) => <a href={routes.product(slug, suite.id)}>{words}</a>,
              })
            : head.isPart
              ? t("products.partOfSuite")
              : undefined
        }
        action={action}
      />
      <div className="mb-6">
        <Tabs
          label={t("products.tabs.label")}
          items={tabsOf(head).map(([tab, href]) => ({
            label: t(`products.tabs.${tab}`),
            href,
            current: tab === current,
          }))}
        />
      </div>
      {children}
    </>
  );
}

function tabsOf({ organization: { slug }, product: { id }, sees }: ProductHead): [Tab, string][] {
  const only = (isSeen: boolean, tab: Tab, href: string): [Tab, string][] => (isSeen ? [[tab, href]] : []);
  return [
    ["overview", routes.product(slug, id)],
    ...only(sees.resources, "resources", routes.resources(slug, id)),
    ...only(sees.access, "access", routes.productAccess(slug, id)),
    ...only(sees.renewal, "renewal", routes.product(slug, id, "renewal")),
    ...only(sees.renewal, "invoices", routes.product(slug, id, "invoices")),
    ...only(sees.history, "history", routes.product(slug, id, "history")),
  ];
}
