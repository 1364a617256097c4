import type { ReactNode } from "react";
import { Button } from "@/components/ui/Button";
import type { Translate } from "@/lib/i18n/translator";

/** The pages of a list inside a form: going to another one keeps what is ticked. `to` is the name that the page is sent by. */
export function PageButtons({
  t,
  to,
  page,
  pages,
  children,
}: {
  t: Translate;
  to: string;
  page: number;
  pages: number;
  children?: ReactNode;
}) {
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button type="submit" name={to} value={String(page - 1)} disabled={page === 1}>
        {t("common.table.previous")}
      </Button>
      <span className="text-sm text-muted">{t("common.table.page", { page, pages })}</span>
      <Button type="submit" name={to} value={String(page + 1)} disabled={page === pages}>
        {t("common.table.next")}
      </Button>
      {children}
    </div>
  );
}
