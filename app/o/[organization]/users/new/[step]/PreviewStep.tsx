import { DataTable } from "@/components/manager/DataTable";
import { ButtonLink } from "@/components/ui/Button";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";
import { addressTable } from "./addressTable";
import { backHref, type DraftView, nextHref } from "./steps";

/** Every line as it was read, with its result: what is wrong is left out, and says why. */
export function PreviewStep({
  t,
  view,
  search,
}: {
  t: Translate;
  view: DraftView;
  search: Record<string, string | string[] | undefined>;
}) {
  const { answers, invitable, organization, draft } = view;
  return (
    <div className="grid grid-cols-1 gap-5">
      <DataTable
        {...addressTable(t, answers.rows, {
          search,
          path: routes.addUser(organization.slug, "preview"),
          draft: draft ?? "",
          caption: t("users.wizard.previewCaption"),
          fine: t("users.wizard.rowOk"),
          filter: true,
        })}
      />
      <div className="actions">
        {invitable.length > 0 ? (
          <ButtonLink href={nextHref("preview", view)} variant="primary">
            {t("common.continue")}
          </ButtonLink>
        ) : null}
        <ButtonLink href={backHref("preview", view)}>{t("common.back")}</ButtonLink>
      </div>
    </div>
  );
}
