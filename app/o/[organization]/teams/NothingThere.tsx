import { ButtonLink } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import type { Translate } from "@/lib/i18n/translator";

/** Nothing of what was selected is there any more. */
export function NothingThere({ t, closeHref }: { t: Translate; closeHref: string }) {
  return (
    <Dialog title={t("teams.confirm.impossibleTitle")} closeHref={closeHref}>
      <p className="dialog-text">{t("teams.confirm.impossible")}</p>
      <div className="actions">
        <ButtonLink href={closeHref} data-autofocus data-keep-scroll>
          {t("common.close")}
        </ButtonLink>
      </div>
    </Dialog>
  );
}
