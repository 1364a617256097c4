import { CircleHelp } from "lucide-react";
import { ButtonLink } from "@/components/ui/Button";
import { pageText } from "@/lib/i18n/page";

/** One answer for what does not exist and for what is not the reader's. */
export async function NotFoundText() {
  const { t } = await pageText();
  return (
    <div className="problem">
      <title>{t("error.notFoundTitle")}</title>
      <CircleHelp aria-hidden="true" />
      <h1>{t("error.notFoundTitle")}</h1>
      <p>{t("error.notFoundBody")}</p>
      <div className="actions">
        <ButtonLink href="/" variant="primary">
          {t("error.home")}
        </ButtonLink>
      </div>
    </div>
  );
}
