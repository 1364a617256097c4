import { Button } from "@/components/ui/Button";
import type { Translate } from "@/lib/i18n/translator";

/** The order of a list inside a form: choosing another one keeps what is ticked. */
export function SortButtons({
  t,
  sort,
  columns,
}: {
  t: Translate;
  /** As in the URL: `-name`. */
  sort: string;
  columns: readonly { key: string; label: string }[];
}) {
  const [current, isDescending] = [sort.replace(/^-/, ""), sort.startsWith("-")];
  return (
    <div className="flex flex-wrap items-center gap-1">
      <span className="mr-1 text-sm text-muted">{t("common.table.sortBy")}</span>
      <input type="hidden" name="sort" value={sort} />
      {columns.map(({ key, label }) => (
        <Button
          key={key}
          type="submit"
          name="by"
          value={key === current && !isDescending ? `-${key}` : key}
          variant="quiet"
          size="small"
        >
          {label}
          {key === current ? (
            <>
              <span aria-hidden="true">{isDescending ? "↓" : "↑"}</span>
              <span className="sr-only">
                {t(`common.table.${isDescending ? "descending" : "ascending"}`)}
              </span>
            </>
          ) : null}
        </Button>
      ))}
    </div>
  );
}
