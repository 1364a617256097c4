import type { ReactNode } from "react";
import { Card } from "@/components/ui/Card";
import { DescriptionList } from "@/components/ui/DescriptionList";
import type { ShownProduct } from "@/lib/domain/products/queries/showProduct";
import { addressesInAll } from "@/lib/domain/products/rules/resources";
import { moneyText, percentText, plainDayText } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { pageText } from "@/lib/i18n/page";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";
import { Having } from "../../Having";

type Part = { t: Translate; locale: Locale; view: ShownProduct };

/** What a product is, until when it is paid, what it costs, and what is inside. */
export async function Overview({ view }: { view: ShownProduct }) {
  const text = await pageText();
  const { t, locale } = text;
  const { product } = view;
  return (
    <div className="grid max-w-3xl gap-6">
      {view.mine ? (
        <Card id="mine" title={t("products.overview.mine")}>
          <Having
            text={text}
            slug={view.organization.slug}
            had={view.mine}
            label={t("overview.reach.inside", { product: product.name })}
            opensInside={view.seesInside}
          />
        </Card>
      ) : null}
      <Card id="product" title={t("products.overview.title")}>
        <DescriptionList items={factsOf({ t, locale, view })} />
      </Card>
      {product.parts.length > 0 ? (
        <Card id="parts" title={t("products.overview.parts")} description={t("products.overview.partsHint")}>
          <ul className="divide-y divide-line [&>li]:py-3 [&>li:first-child]:pt-0 [&>li:last-child]:pb-0">
            {product.parts.map(({ id, name, kind, inside }) => (
              <li key={id}>
                <a
                  href={routes.product(view.organization.slug, id)}
                  className="inline-block py-0.5 font-medium [overflow-wrap:anywhere]"
                >
                  {name}
                </a>
                <p className="text-muted">{[kind, ...insideWords(t, inside)].join(" · ")}</p>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </div>
  );
}

function factsOf({ t, locale, view }: Part): { term: string; value: ReactNode }[] {
  const { product, organization } = view;
  const per = product.family === "suite" ? "users" : "units";
  const only = (isTold: unknown, term: string, value: ReactNode) => (isTold ? [{ term, value }] : []);
  return [
    { term: t("products.overview.kind"), value: product.kind },
    { term: t("products.overview.offer"), value: product.offer },
    ...only(product.personalOf, t("products.overview.personal"), product.personalOf),
    ...only(
      !product.isPart,
      t("products.overview.quantity"),
      t(`products.overview.${per}`, { count: product.quantity }),
    ),
    ...only(
      product.storageGb,
      t("products.overview.storage"),
      t(`products.overview.storagePer.${per}`, { storage: storageText(t, product.storageGb ?? 0) }),
    ),
    ...only(
      product.addresses,
      t("products.overview.addresses"),
      t(`products.overview.addressesPer.${per}`, {
        count: addressesInAll(product) ?? product.addresses ?? 0,
      }),
    ),
    ...only(view.price, t("products.overview.price"), <Price t={t} locale={locale} view={view} />),
    { term: t("products.overview.since"), value: plainDayText(product.startedOn, locale) },
    {
      term: t("products.overview.paidUntil"),
      value: product.isPart
        ? t("products.overview.paidWithSuite", { day: plainDayText(product.paidUntil, locale) })
        : plainDayText(product.paidUntil, locale),
    },
    ...only(
      product.inside.length > 0,
      t("products.overview.inside"),
      view.seesInside ? (
        <a href={routes.resources(organization.slug, product.id)}>
          {insideWords(t, product.inside).join(" · ")}
        </a>
      ) : (
        insideWords(t, product.inside).join(" · ")
      ),
    ),
    ...only(
      product.upgradeOnly || !product.isTransferable,
      t("products.overview.rules"),
      <ul>
        {product.isPart ? <li>{t("products.overview.rule.part")}</li> : null}
        {product.upgradeOnly ? <li>{t("products.overview.rule.upgradeOnly")}</li> : null}
        {product.isPart || product.isTransferable ? null : (
          <li>{t("products.overview.rule.notTransferable")}</li>
        )}
      </ul>,
    ),
  ];
}

/** For one period without VAT; how it comes about is told where it is more than one thing, or less than the public price. */
function Price({ t, locale, view: { price, product } }: Part) {
  if (!price) return null;
  const money = (minor: string) => moneyText(BigInt(minor), price.currency, locale);
  const reduction = price.reductionBasisPoints;
  return (
    <>
      {t(`products.overview.per.${product.period}`, { amount: money(price.total) })}
      {product.quantity > 1 || reduction > 0 ? (
        <span className="block text-sm text-muted">
          {t("products.overview.each", { count: product.quantity, amount: money(price.each) })}
          {reduction > 0
            ? t("products.overview.reduction", { percent: percentText(reduction, locale) })
            : null}
        </span>
      ) : null}
    </>
  );
}

const insideWords = (t: Translate, inside: ShownProduct["product"]["inside"]): string[] =>
  inside.map(({ type, count }) => t(`products.inside.${type}`, { count }));

const storageText = (t: Translate, gigabytes: number): string =>
  gigabytes >= 1000
    ? t("products.overview.terabytes", { count: gigabytes / 1000 })
    : t("products.overview.gigabytes", { count: gigabytes });
