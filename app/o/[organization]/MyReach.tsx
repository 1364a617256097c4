import { EmptyState } from "@/components/manager/EmptyState";
import { Card } from "@/components/ui/Card";
import { Pagination } from "@/components/ui/Pagination";
import type { MyProduct, MyReach as Reach } from "@/lib/domain/teams/queries/myReach";
import type { Locale } from "@/lib/i18n/locales";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";
import { Having } from "./Having";

type Text = { t: Translate; locale: Locale };

/** What one reaches here: each family of products, with one's rights in words and where they come from. */
export function MyReach({ text, reach }: { text: Text; reach: Reach }) {
  const { t } = text;
  const { organization, products, teams, total, page, pages } = reach;
  if (total === 0)
    return (
      <div className="card">
        <EmptyState
          title={t("overview.reach.none")}
          body={t("overview.reach.noneBody", { organization: organization.name })}
          icon="products"
        />
      </div>
    );
  const families = [...new Set(products.map(({ family }) => family))];
  return (
    <section className="grid gap-4" aria-labelledby="reach">
      <div>
        <h2 id="reach">{t("overview.reach.title")}</h2>
        <p className="text-muted">
          {t("overview.reach.count", { count: total })}
          {teams.length > 0
            ? ` ${t("overview.reach.teams", { count: teams.length, names: teams.map(({ name }) => name).join(", ") })}`
            : null}
        </p>
      </div>
      {families.map((family) => (
        <Card key={family} id={`reach-${family}`} title={t(`access.families.${family}`)}>
          <ul className="divide-y divide-line [&>li]:py-3 [&>li:first-child]:pt-0 [&>li:last-child]:pb-0">
            {products
              .filter((product) => product.family === family)
              .map((product) => (
                <ProductLine key={product.id} text={text} slug={organization.slug} product={product} />
              ))}
          </ul>
        </Card>
      ))}
      <Pagination
        page={page}
        pages={pages}
        href={(number) => `${routes.overview(organization.slug)}?page=${number}`}
        labels={{
          pages: t("common.table.pages"),
          previous: t("common.table.previous"),
          next: t("common.table.next"),
          page: t("common.table.goToPage", { page: "{page}" }),
        }}
      />
    </section>
  );
}

function ProductLine({ text, slug, product }: { text: Text; slug: string; product: MyProduct }) {
  const { id, name, opensInside } = product;
  return (
    <li>
      <a href={routes.product(slug, id)} className="inline-block py-0.5 font-medium [overflow-wrap:anywhere]">
        <bdi>{name}</bdi>
      </a>
      <Having
        text={text}
        slug={slug}
        had={product}
        label={text.t("overview.reach.inside", { product: name })}
        opensInside={opensInside}
      />
    </li>
  );
}
