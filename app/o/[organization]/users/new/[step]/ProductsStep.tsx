import { ActionForm } from "@/components/manager/ActionForm";
import { CheckboxField } from "@/components/manager/fields";
import { FAMILIES, type ProductRight, SCALES } from "@/lib/access/families";
import type { OfferedKind } from "@/lib/domain/teams/queries/draftAccess";
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
  const { kinds, notShown } = view.access;
  return (
    <ActionForm action={draftProductsAction} {...stepForm(t, "products", view)}>
      <div className="grid gap-3">
        {kinds.map((kind) => (
          <Kind key={kind.key} t={t} locale={locale} kind={kind} isOpen={kinds.length === 1} />
        ))}
      </div>
      {notShown > 0 ? (
        <p className="text-sm text-muted">{t("users.wizard.productsNotShown", { count: notShown })}</p>
      ) : null}
    </ActionForm>
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
