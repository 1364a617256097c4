import { Button, ButtonLink } from "@/components/ui/Button";
import { describedBy, Field } from "@/components/ui/Field";
import { Input, Select } from "@/components/ui/Input";
import { kindInWords } from "@/lib/i18n/activity";
import type { Translate } from "@/lib/i18n/translator";

/** Person, kind and period: a GET form, so that a filtered view is an address to send to somebody. */
export function ActivityFilter({
  t,
  path,
  table,
  isReversed,
  actions,
}: {
  t: Translate;
  path: string;
  table: { q: string; action?: string | undefined; from?: string | undefined; to?: string | undefined };
  /** The last day asked for is before the first. */
  isReversed: boolean;
  actions: readonly string[];
}) {
  const { q, action, from, to } = table;
  const problem = isReversed ? t("activity.filter.reversed") : undefined;
  const kinds = actions
    .map((value) => ({ value, label: kindInWords(value, t) }))
    .sort((one, other) => one.label.localeCompare(other.label));
  return (
    <search aria-label={t("activity.filter.label")}>
      <form
        key={JSON.stringify([q, action, from, to])}
        action={path}
        method="get"
        className="grid grid-cols-2 items-start gap-3 lg:grid-cols-[minmax(0,1.3fr)_minmax(0,1.3fr)_9.5rem_9.5rem_auto]"
      >
        <div className="max-lg:col-span-2 max-lg:sm:col-span-1">
          <Field id="filter-person" label={t("activity.filter.person")}>
            <Input
              id="filter-person"
              type="search"
              name="q"
              maxLength={200}
              defaultValue={q}
              placeholder={t("activity.filter.personHint")}
              autoComplete="off"
            />
          </Field>
        </div>
        <div className="max-lg:col-span-2 max-lg:sm:col-span-1">
          <Field id="filter-kind" label={t("activity.filter.kind")}>
            <Select
              id="filter-kind"
              name="action"
              defaultValue={action ?? ""}
              options={[{ value: "", label: t("activity.filter.anyKind") }, ...kinds]}
            />
          </Field>
        </div>
        <Field id="filter-from" label={t("activity.filter.from")}>
          <Input id="filter-from" type="date" name="from" defaultValue={from} />
        </Field>
        <Field id="filter-to" label={t("activity.filter.to")} error={problem}>
          <Input
            id="filter-to"
            type="date"
            name="to"
            defaultValue={to}
            aria-invalid={isReversed ? true : undefined}
            aria-describedby={describedBy("filter-to", { error: problem })}
          />
        </Field>
        {/* Beside the controls, not their labels: an error may stand below one of them. */}
        <div className="actions max-lg:col-span-2 lg:pt-[26px]">
          <Button type="submit">{t("activity.filter.apply")}</Button>
          {q || action || from || to ? (
            <ButtonLink href={path} variant="quiet">
              {t("activity.filter.clear")}
            </ButtonLink>
          ) : null}
        </div>
      </form>
    </search>
  );
}
