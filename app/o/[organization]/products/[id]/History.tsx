import { ActivityList } from "@/components/manager/ActivityList";
import { activityEntries } from "@/components/manager/activityEntries";
import { EmptyState } from "@/components/manager/EmptyState";
import { Card } from "@/components/ui/Card";
import { productHistory } from "@/lib/domain/products/queries/productHistory";
import { instantText } from "@/lib/i18n/format";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";

/** What was done to a product and to what is inside it, latest first. */
export async function History({ slug, id }: { slug: string; id: string }) {
  const [{ t, locale }, view] = await Promise.all([pageText(), ask(productHistory, slug, { id })]);
  if (view.lines.length === 0)
    return (
      <div className="card">
        <EmptyState
          title={t("products.history.none")}
          body={t("products.history.noneBody")}
          icon="activity"
        />
      </div>
    );
  return (
    <Card
      id="history"
      title={t("products.history.title")}
      description={[
        ...(view.isCut ? [t("products.history.cut", { count: view.lines.length })] : []),
        t("products.history.besides"),
      ].join(" ")}
      action={<a href={routes.activity(slug)}>{t("products.history.all")}</a>}
    >
      <ActivityList
        label={t("products.history.title")}
        entries={activityEntries(view.lines, t, locale, (at) => instantText(at, locale, view.timeZone))}
      />
    </Card>
  );
}
