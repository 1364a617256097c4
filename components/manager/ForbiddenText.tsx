import { Lock } from "lucide-react";
import { ButtonLink } from "@/components/ui/Button";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";

/** The place exists and the reader belongs there, but the permission table gives it to other roles. */
export async function ForbiddenText() {
  const { t } = await pageText();
  return (
    <div className="problem">
      <title>{t("shell.forbidden.title")}</title>
      <Lock aria-hidden="true" />
      <h1>{t("shell.forbidden.title")}</h1>
      <p>{t("shell.forbidden.body")}</p>
      <div className="actions">
        <ButtonLink href={routes.lastOrganization()} variant="primary">
          {t("shell.forbidden.home")}
        </ButtonLink>
      </div>
    </div>
  );
}
