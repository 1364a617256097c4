import type { FormScope } from "@/components/manager/ActionForm";
import { ConfirmDialog } from "@/components/manager/ConfirmDialog";
import { formLabels } from "@/components/manager/labels";
import type { ShownResource } from "@/lib/domain/products/queries/showResource";
import type { Translate } from "@/lib/i18n/translator";
import { EffectLines } from "../../../../access/Effects";
import { endResourceAction } from "../actions";

/** The end of something inside a product: everybody who loses it comes first. */
export function EndDialog({
  t,
  view: { product, resource },
  ending: { losing, losses, seal },
  scope,
  here,
  list,
}: {
  t: Translate;
  view: ShownResource;
  ending: NonNullable<ShownResource["ending"]>;
  scope: FormScope;
  here: string;
  /** Where it leads once it is done. */
  list: string;
}) {
  const { name, type } = resource;
  return (
    <ConfirmDialog
      title={t("access.resources.endTitle", { name })}
      consequence={
        <div className="grid gap-3">
          <p>{t("access.resources.endText", { name })}</p>
          <p>{t("access.resources.endLosing", { count: losses })}</p>
          {losses > 0 ? (
            <EffectLines
              t={t}
              gains={0}
              losses={losses}
              lines={losing.map(({ name: what, ...one }) => ({ ...one, what, type }))}
            />
          ) : null}
        </div>
      }
      action={endResourceAction}
      scope={scope}
      hidden={{
        product: product.id,
        resource: resource.id,
        version: String(resource.version),
        seal,
        then: list,
      }}
      labels={formLabels(t)}
      submit={t("access.resources.endSubmit", { type })}
      cancel={{ label: t("common.cancel"), href: here }}
    />
  );
}
