import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { EmptyState } from "@/components/manager/EmptyState";
import { productHead } from "@/lib/domain/products/queries/productHead";
import { showProduct } from "@/lib/domain/products/queries/showProduct";
import { pageText } from "@/lib/i18n/page";
import { ask } from "@/lib/pipeline/request";
import { DoneToast } from "../../DoneToast";
import { History } from "./History";
import { Overview } from "./Overview";
import { ProductFrame, TABS } from "./ProductFrame";

type Props = PageProps<"/o/[organization]/products/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organization, id } = await params;
  const head = await ask(productHead, organization, { id });
  return { title: `${head.product.name} · ${head.organization.name}` };
}

/** One product: what it is and costs, what comes with it, and what was done to it. */
export default async function ProductPage({ params, searchParams }: Props) {
  const [{ organization: slug, id }, search] = await Promise.all([params, searchParams]);
  const { t } = await pageText();
  const { sees } = await ask(productHead, slug, { id });
  const wished = [search.tab].flat()[0];
  const tab = TABS.find((one) => one === wished) ?? "overview";
  if (tab !== "overview" && !sees[tab === "history" ? "history" : "renewal"]) forbidden();
  return (
    <>
      <DoneToast />
      <ProductFrame slug={slug} id={id} current={tab}>
        {tab === "overview" ? (
          <Overview view={await ask(showProduct, slug, { id })} />
        ) : tab === "history" ? (
          <History slug={slug} id={id} />
        ) : (
          <div className="card">
            <EmptyState
              title={t(`products.${tab}.title`)}
              body={t(`products.${tab}.body`)}
              icon={tab === "renewal" ? "renewals" : "invoices"}
            />
          </div>
        )}
      </ProductFrame>
    </>
  );
}
