import { PageButtons } from "@/app/o/[organization]/access/PageButtons";
import { SearchField } from "@/app/o/[organization]/access/SearchField";
import { ActionForm } from "@/components/manager/ActionForm";
import { CheckboxField } from "@/components/manager/fields";
import { FAMILIES, type ProductRight, SCALES } from "@/lib/access/families";
import type { ChosenGrant, OfferedKind } from "@/lib/domain/teams/queries/draftAccess";
import type { Locale } from "@/lib/i18n/locales";
import type { Translate } from "@/lib/i18n/translator";
import { draftProductsAction } from "./actions";
import { stepForm } from "./stepForm";
import type { DraftView } from "./steps";

/** Rights on one product, or on all of a kind with those to come (USR-14); kinds with something chosen are open. */
export function ProductsStep({
  text: { t, locale },
  view,
}: {
  text: { t: Translate; locale: Locale };
  view: DraftView;
}) {
  const { kinds, elsewhere, q, page, pages, total } = view.access;
  const isMany = pages > 1 || q !== "";
  return (
    <ActionForm key={`${page} ${q}`} action={draftProductsAction} {...stepForm(t, "products", view)}>
      {isMany ? <SearchField t={t} label={t("users.wizard.productsSearch")} q={q} total={total} /> : null}
      {elsewhere.length > 0 ? <Elsewhere t={t} locale={locale} grants={elsewhere} /> : null}
      <div className="grid gap-3">
        {kinds.map((kind) => (
          <Kind key={kind.key} t={t} locale={locale} kind={kind} isOpen={kinds.length === 1 || q !== ""} />
        ))}
      </div>
      {pages > 1 ? <PageButtons t={t} page={page} pages={pages} /> : null}
    </ActionForm>
  );
}

/** What was chosen on other pages, to be changed or taken out here too. */
function Elsewhere({ t, locale, grants }: { t: Translate; locale: Locale; grants: readonly ChosenGrant[] }) {
  return (
    <details className="rounded-[var(--radius)] border border-line px-4 py-3">
      <summary className="font-medium">
        {t("users.wizard.productsElsewhere", { count: grants.length })}
      </summary>
      <div className="mt-2 grid gap-4">
        {grants.map(({ as, id, name, kindNames, family, rights }) => (
          <Rights
            key={id}
            t={t}
            legend={
              kindNames
                ? t("invitations.promised.allOf", { kind: kindNames[locale] ?? kindNames.en ?? id })
                : name
            }
            on={`${as}:${id}`}
            chosen={rights}
            rights={FAMILIES[family].rights}
          />
        ))}
      </div>
    </details>
  );
}

function Kind({
  t,
  locale,
  kind: { key, names, family, chosen, products },
  isOpen,
}: {
  t: Translate;
  locale: Locale;
  kind: OfferedKind;
  isOpen: boolean;
}) {
  const name = names[locale] ?? names.en ?? key;
  const isChosen = chosen !== 0 || products.some((product) => product.chosen !== 0);
  const rights = FAMILIES[family].rights;
  return (
    <details open={isOpen || isChosen} className="rounded-[var(--radius)] border border-line px-4 py-3">
      <summary className="font-medium">
        {name} <span className="font-normal text-muted">({products.length})</span>
      </summary>
      <div className="mt-2 grid gap-4">
        <Rights
          t={t}
          legend={t("invitations.promised.allOf", { kind: name })}
          on={`kind:${key}`}
          chosen={chosen}
          rights={rights}
        />
        {products.map((product) => (
          <Rights
            key={product.id}
            t={t}
            legend={product.name}
            on={`product:${product.id}`}
            chosen={product.chosen}
            rights={rights}
          />
        ))}
      </div>
    </details>
  );
}

function Rights({
  t,
  legend,
  on,
  chosen,
  rights,
}: {
  t: Translate;
  legend: string;
  on: string;
  chosen: number;
  rights: readonly ProductRight[];
}) {
  return (
    <fieldset className="grid gap-1 border-t border-line pt-3">
      <input type="hidden" name="shown[]" value={on} />
      <legend className="float-left font-medium [overflow-wrap:anywhere]">{legend}</legend>
      <div className="clear-both flex flex-wrap gap-x-6 gap-y-1">
        {rights.map((right) => (
          <CheckboxField
            key={right}
            name="rights[]"
            value={`${on}:${right}`}
            label={t(`access.rights.PRODUCT.${right}`)}
            defaultChecked={(chosen & SCALES.PRODUCT.rights[right]) !== 0}
          />
        ))}
      </div>
    </fieldset>
  );
}
