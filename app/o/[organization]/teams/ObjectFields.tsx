import { PageButtons } from "@/app/o/[organization]/access/PageButtons";
import { SearchField } from "@/app/o/[organization]/access/SearchField";
import { SortButtons } from "@/app/o/[organization]/access/SortButtons";
import { EmptyState } from "@/components/manager/EmptyState";
import { Button } from "@/components/ui/Button";
import { Checkbox } from "@/components/ui/Input";
import { TabButtons } from "@/components/ui/Tabs";
import { MOST_TO_SET } from "@/lib/domain/teams/inputs";
import type { ToGiveView } from "@/lib/domain/teams/queries/listToGive";
import { OBJECT_GROUPS } from "@/lib/domain/teams/teamsTable";
import type { Locale } from "@/lib/i18n/locales";
import type { Translate } from "@/lib/i18n/translator";
import { nameOf, placedName, typeText } from "./words";

type Thing = ToGiveView["lines"][number];

/**
 * What can still be given, kind by kind, inside a form: whatever is ticked goes along to another kind, order, search or
 * page. `name` is that of the ticks.
 */
export function ObjectFields({
  text: { t, locale },
  view,
  name,
}: {
  text: { t: Translate; locale: Locale };
  view: ToGiveView;
  name: string;
}) {
  const { table, counts, total, lines, ticked } = view;
  const { show, q, page, size, sort } = table;
  const pages = Math.max(1, Math.ceil(total / size));
  const shown = new Set(lines.map(({ on }) => on));
  const elsewhere = ticked.filter(({ on }) => !shown.has(on));
  const isTicked = new Set(ticked.map(({ on }) => on));
  const columns = [
    { key: "name", label: t("teams.access.name") },
    ...(lines.some(({ inside }) => inside !== null)
      ? [{ key: "inside", label: t("teams.access.product") }]
      : []),
  ];
  return (
    <>
      <input type="hidden" name="show" value={show} />
      {pages > 1 || q !== "" ? (
        <SearchField key={q} t={t} label={t("teams.access.search")} q={q} total={total} />
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
              <Tick key={one.on} name={name} on={one.on} label={placedName(one, t, locale)} isTicked />
            ))}
          </div>
        </details>
      ) : null}
      {lines.length > 1 ? <SortButtons t={t} sort={sort} columns={columns} /> : null}
      {lines.length === 0 && q !== "" ? <p className="text-muted">{t("common.table.noMatch")}</p> : null}
      {lines.length === 0 && q === "" ? (
        <EmptyState title={t("teams.give.emptyTitle")} body={t("teams.give.emptyBody")} icon="products" />
      ) : null}
      <ul className="grid gap-3" aria-label={t("teams.give.caption")}>
        {lines.map((one) => (
          <li key={one.on}>
            <Tick
              name={name}
              on={one.on}
              label={nameOf(one, locale)}
              hint={hintOf(t, one)}
              isTicked={isTicked.has(one.on)}
            />
          </li>
        ))}
      </ul>
      {pages > 1 ? <PageButtons t={t} page={page} pages={pages} /> : null}
    </>
  );
}

/** Everything that the list finds, as far as one page of rights can hold it. */
export const ChooseAll = ({ t, total }: { t: Translate; total: number }) =>
  total > 1 && total <= MOST_TO_SET ? (
    <Button type="submit" name="all" value="1">
      {t("teams.wizard.chooseAll", { count: total })}
    </Button>
  ) : null;

/** What a product is; what is inside one tells in which. */
const hintOf = (t: Translate, one: Thing): string | null | undefined =>
  one.as !== "resource"
    ? t(`access.families.${one.family}`)
    : one.type === "CALENDAR" || one.type === "ADDRESS_BOOK"
      ? [typeText(t, one), one.inside].filter(Boolean).join(" · ")
      : one.inside;

function Tick({
  name,
  on,
  label,
  hint,
  isTicked,
}: {
  name: string;
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
      name={name}
      value={on}
      label={label}
      hint={hint}
      defaultChecked={isTicked}
    />
  );
}
