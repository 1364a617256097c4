import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/manager/ActionForm";
import { SelectField } from "@/components/manager/fields";
import { formLabels } from "@/components/manager/labels";
import { Dialog } from "@/components/ui/Dialog";
import { SCALES } from "@/lib/access/families";
import type { ResourcesView } from "@/lib/domain/products/queries/listResources";
import { SHAREABLE } from "@/lib/domain/products/rules/resources";
import type { Translate } from "@/lib/i18n/translator";
import { wordText } from "../../../access/words";
import { createResourceAction } from "./actions";
import { NameFields } from "./NameFields";

/** Something new inside a product: what it is where there is a choice, its name, and how it is shared where it can be. */
export function CreateDialog({
  t,
  slug,
  view: { product, holds, domains, person },
  here,
}: {
  t: Translate;
  slug: string;
  view: ResourcesView;
  here: string;
}) {
  const shareable = holds.filter((type) => SHAREABLE.includes(type));
  const levels = shareable[0] ? Object.keys(SCALES[shareable[0]].rights) : [];
  return (
    <Dialog title={t("access.resources.createTitle", { name: product.name })} closeHref={here}>
      <div className="mt-4">
        <ActionForm
          action={createResourceAction}
          scope={{ key: randomUUID(), user: person.userId, organization: slug }}
          hidden={{ product: product.id, then: here, ...(holds.length === 1 ? { type: holds[0] } : {}) }}
          labels={formLabels(t)}
          submit={t("access.resources.create")}
          aside={
            <a className="button" href={here} data-keep-scroll>
              {t("common.cancel")}
            </a>
          }
        >
          {holds.length > 1 ? (
            <SelectField
              name="type"
              label={t("access.resources.kindLabel")}
              options={holds.map((type) => ({ value: type, label: t(`access.types.${type}`) }))}
            />
          ) : null}
          <NameFields t={t} isMailbox={holds[0] === "MAILBOX"} domains={domains} />
          {shareable.length > 0 ? (
            <SelectField
              name="shared"
              label={t("access.resources.sharedLabel")}
              hint={t("access.resources.sharedHint")}
              options={[
                { value: "", label: t("access.resources.sharedNo") },
                ...levels.map((level) => ({
                  value: level,
                  label: shareable.map((type) => wordText(t, type, level).label).join(" / "),
                })),
              ]}
            />
          ) : null}
        </ActionForm>
      </div>
    </Dialog>
  );
}
