import type { ReactNode } from "react";
import { SearchField } from "@/app/o/[organization]/access/SearchField";
import { EmptyState } from "@/components/manager/EmptyState";
import { Button } from "@/components/ui/Button";
import { Checkbox } from "@/components/ui/Input";
import { TabButtons } from "@/components/ui/Tabs";
import { MOST_TO_SET } from "@/lib/domain/teams/inputs";
import type { ToGiveView } from "@/lib/domain/teams/queries/listToGive";
import { OBJECT_GROUPS } from "@/lib/domain/teams/teamsTable";
import type { Locale } from "@/lib/i18n/locales";
import type { Translate } from "@/lib/i18n/translator";
import { PageButtons } from "./PageButtons";
import { nameOf, placedName, typeText } from "./words";

type Thing = ToGiveView["lines"][number];

/**
 * What can still be given, kind by kind. Whatever is ticked goes along to another kind, a search or another page, and at
 * last to its rights. `keep`: what stays in the address.
 */
export function ObjectPicker({
  text: { t, locale },
  view,
  path,
  keep,
  submit,
  aside,
}: {
  text: { t: Translate; locale: Locale };
  view: ToGiveView;
  path: string;
  keep: Readonly<Record<string, string>>;
  submit: string;
  aside: ReactNode;
}) {
  const { table, counts, total, lines, ticked } = view;
  const { show, q, page, size } = table;
  const pages = Math.max(1, Math.ceil(total / size));
  const shown = new Set(lines.map(({ on }) => on));
  const elsewhere = ticked.filter(({ on }) => !shown.has(on));
  const isTicked = new Set(ticked.map(({ on }) => on));
  return (
    <form action={path} method="get" className="grid gap-5">
      {Object.entries({ ...keep, show }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {pages > 1 || q !== "" ? (
        <SearchField key={q} t={t} label={t("teams.access.search")} to="page" q={q} total={total} />
      ) : null}
      <TabButtons
        label={t("teams.give.groups.label")}
        name="to"
        items={OBJECT_GROUPS.map((group) => ({
          label: t(`teams.give.groups.${group}`),
          value: group,
          current: group === show,
          count: t("teams.tabs.count", { count: counts[group] }),
        }))}
      />
      {elsewhere.length > 0 ? (
        <details open={elsewhere.length <= 8}>
          <summary>{t("teams.give.elsewhere", { count: elsewhere.length })}</summary>
          <div className="mt-3 grid max-h-80 gap-2 overflow-auto">
            {elsewhere.map((one) => (
              <Tick key={one.on} on={one.on} label={placedName(one, t, locale)} isTicked />
            ))}
          </div>
        </details>
      ) : null}
      {lines.length === 0 && q !== "" ? <p className="text-muted">{t("common.table.noMatch")}</p> : null}
      {lines.length === 0 && q === "" ? (
        <EmptyState title={t("teams.give.emptyTitle")} body={t("teams.give.emptyBody")} icon="products" />
      ) : null}
      <ul className="grid gap-3" aria-label={t("teams.give.caption")}>
        {lines.map((one) => (
          <li key={one.on}>
            <Tick
              on={one.on}
              label={nameOf(one, locale)}
              hint={hintOf(t, one)}
              isTicked={isTicked.has(one.on)}
            />
          </li>
        ))}
      </ul>
      {pages > 1 ? <PageButtons t={t} to="page" page={page} pages={pages} /> : null}
      <div className="actions">
        <Button type="submit" variant="primary" name="confirm" value="choose">
          {submit}
        </Button>
        {total > 1 && total <= MOST_TO_SET ? (
          <Button type="submit" name="all" value="1">
            {t("teams.wizard.chooseAll", { count: total })}
          </Button>
        ) : null}
        {aside}
      </div>
    </form>
  );
}

/** What a product is; what is inside one tells in which. */
const hintOf = (t: Translate, one: Thing): string | null | undefined =>
  one.as !== "resource"
    ? t(`access.families.${one.family}`)
    : one.type === "CALENDAR" || one.type === "ADDRESS_BOOK"
      ? [typeText(t, one), one.inside].filter(Boolean).join(" · ")
      : one.inside;

function Tick({
  on,
  label,
  hint,
  isTicked,
}: {
  on: string;
  label: string;
  hint?: string | null;
  isTicked: boolean;
}) {
  return (
    <Checkbox
      // Where the address says otherwise than before, it is a new one.
      key={String(isTicked)}
      id={`tick-${on}`}
      name="id"
      value={on}
      label={label}
      hint={hint}
      defaultChecked={isTicked}
    />
  );
}

type Search = Record<string, string | string[] | undefined>;

/** The picker's address as its form sends it: a tab that was gone to (`to`) is the one to show, and what is ticked. */
export const pickedIn = (search: Search) => ({
  table: search.to ? { ...search, show: search.to, page: undefined } : search,
  on: [search.id ?? []].flat(),
  isChosen: search.confirm === "choose" || search.all === "1",
});
