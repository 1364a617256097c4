import { DataTable } from "@/components/manager/DataTable";
import { tableLabels } from "@/components/manager/labels";
import { Tabs } from "@/components/ui/Tabs";
import type { ToGiveView } from "@/lib/domain/teams/queries/listToGive";
import { OBJECT_GROUPS, OBJECTS_TABLE } from "@/lib/domain/teams/teamsTable";
import type { Locale } from "@/lib/i18n/locales";
import type { Translate } from "@/lib/i18n/translator";
import { giveColumns, giveRows } from "./tables";

/** What can still be given, kind by kind; one or several lead to their rights. `keep`: what stays in the address. */
export function ObjectPicker({
  text: { t, locale },
  view,
  path,
  keep,
}: {
  text: { t: Translate; locale: Locale };
  view: ToGiveView;
  path: string;
  keep: Readonly<Record<string, string>>;
}) {
  const { table, counts, total } = view;
  const { show } = table;
  const at = (query: Record<string, string>) => `${path}?${new URLSearchParams({ ...keep, ...query })}`;
  return (
    <div className="grid gap-4">
      <Tabs
        label={t("teams.give.groups.label")}
        items={OBJECT_GROUPS.map((group) => ({
          label: t(`teams.give.groups.${group}`),
          href: at({ show: group }),
          current: group === show,
          count: t("teams.tabs.count", { count: counts[group] }),
        }))}
      />
      <DataTable
        key={show}
        caption={t("teams.give.caption")}
        columns={giveColumns(t, `${at({ show, confirm: "choose" })}&id={id}`, show)}
        rows={giveRows(t, locale, view)}
        total={total}
        state={table}
        defaultSort={OBJECTS_TABLE.defaultSort}
        path={path}
        keep={{ ...keep, show }}
        search={t("teams.access.search")}
        bulk={[{ key: "choose", label: t("teams.give.choose") }]}
        labels={tableLabels(t, { total, ...table })}
        empty={{ title: t("teams.give.emptyTitle"), body: t("teams.give.emptyBody"), icon: "products" }}
      />
    </div>
  );
}
