import { ActionForm, type FormScope } from "@/components/manager/ActionForm";
import { TextField } from "@/components/manager/fields";
import { formLabels } from "@/components/manager/labels";
import { Dialog } from "@/components/ui/Dialog";
import type { ShownResource } from "@/lib/domain/products/queries/showResource";
import { LONGEST_RESOURCE_NAME } from "@/lib/domain/products/rules/resources";
import type { Translate } from "@/lib/i18n/translator";
import { renameResourceAction } from "../actions";
import { AddressField } from "../NameFields";

/** Another name for something inside a product; for a mailbox, another address. */
export function RenameDialog({
  t,
  view: { product, resource, domains },
  scope,
  here,
}: {
  t: Translate;
  view: ShownResource;
  scope: FormScope;
  here: string;
}) {
  return (
    <Dialog title={t("access.resources.renameTitle", { name: resource.name })} closeHref={here}>
      <div className="mt-4">
        <ActionForm
          action={renameResourceAction}
          scope={scope}
          hidden={{
            product: product.id,
            resource: resource.id,
            version: String(resource.version),
            type: resource.type,
            then: here,
          }}
          labels={formLabels(t)}
          submit={t("access.resources.rename")}
          aside={
            <a className="button" href={here} data-keep-scroll>
              {t("common.cancel")}
            </a>
          }
        >
          {resource.type === "MAILBOX" ? (
            <AddressField t={t} domains={domains} address={resource.name} />
          ) : (
            <TextField
              name="name"
              label={t("access.resources.nameLabel")}
              autoComplete="off"
              maxLength={LONGEST_RESOURCE_NAME}
              defaultValue={resource.name}
            />
          )}
        </ActionForm>
      </div>
    </Dialog>
  );
}
