import { EmptyState } from "@/components/manager/EmptyState";
import { Card } from "@/components/ui/Card";
import { Pagination } from "@/components/ui/Pagination";
import type { MyProduct, MyReach as Reach } from "@/lib/domain/teams/queries/myReach";
import { originsInWords, rightsInWords } from "@/lib/i18n/accessWords";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";

/** What one reaches here: each family of products, with one's rights in words and where they come from. */
export function MyReach({ t, reach }: { t: Translate; reach: Reach }) {
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
                <ProductLine key={product.id} t={t} slug={organization.slug} product={product} />
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

function ProductLine({ t, slug, product }: { t: Translate; slug: string; product: MyProduct }) {
  const { id, name, rights, from, inside, opensInside } = product;
  return (
    <li>
      <a href={routes.product(slug, id)} className="inline-block py-0.5 font-medium [overflow-wrap:anywhere]">
        <bdi>{name}</bdi>
      </a>
      {rights === 0 ? null : (
        <p>
          {rightsInWords(t, "PRODUCT", rights)} <Origins t={t} from={from} />
        </p>
      )}
      {inside.length > 0 ? (
        <ul
          className="mt-1 grid gap-2 border-l border-line pl-4"
          aria-label={t("overview.reach.inside", { product: name })}
        >
          {inside.map((one) => (
            <li key={one.id}>
              <span className="text-muted">{t(`access.types.${one.type}`)}</span>{" "}
              {opensInside ? (
                <a
                  href={routes.resource(slug, id, one.id)}
                  className="inline-block py-0.5 [overflow-wrap:anywhere]"
                >
                  <bdi>{one.name}</bdi>
                </a>
              ) : (
                <bdi className="[overflow-wrap:anywhere]">{one.name}</bdi>
              )}
              <p>
                {rightsInWords(t, one.type, one.rights)} <Origins t={t} from={one.from} />
              </p>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

const Origins = ({ t, from }: { t: Translate; from: MyProduct["from"] }) => (
  <span className="text-muted">({originsInWords(t, from)})</span>
);
