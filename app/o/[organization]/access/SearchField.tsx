import { Button } from "@/components/ui/Button";
import { Input } from "@/components/ui/Input";
import type { Translate } from "@/lib/i18n/translator";

/** Searching in a form keeps what is ticked. It comes first in the form, so that Enter in its field searches. */
export function SearchField({
  t,
  label,
  q,
  total,
}: {
  t: Translate;
  label: string;
  q: string;
  total: number;
}) {
  return (
    <div className="grid gap-2">
      <div className="flex gap-2">
        <Input
          type="search"
          name="q"
          defaultValue={q}
          maxLength={200}
          aria-label={label}
          placeholder={label}
          autoComplete="off"
        />
        <Button type="submit" name="page" value="1">
          {t("common.search")}
        </Button>
      </div>
      <p className="text-sm text-muted" role="status">
        {t("common.table.results", { count: total })}
      </p>
    </div>
  );
}
