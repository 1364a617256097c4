import type { ReactNode } from "react";
import { Button } from "@/components/ui/Button";
import type { Translate } from "@/lib/i18n/translator";

/** The pages of a list inside a form: going to another one keeps what is ticked. */
export function PageButtons({
  t,
  page,
  pages,
  children,
}: {
  t: Translate;
  page: number;
  pages: number;
  children?: ReactNode;
}) {
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button type="submit" name="page" value={String(page - 1)} disabled={page === 1}>
        {t("common.table.previous")}
      </Button>
      <span className="text-sm text-muted">{t("common.table.page", { page, pages })}</span>
      <Button type="submit" name="page" value={String(page + 1)} disabled={page === pages}>
        {t("common.table.next")}
      </Button>
      {children}
    </div>
  );
}
