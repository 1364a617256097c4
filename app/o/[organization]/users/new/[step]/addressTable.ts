import { tableLabels } from "@/components/manager/labels";
import type { DataTableProps } from "@/components/manager/tableTypes";
import type { Tone } from "@/components/ui/Badge";
import { type AddressRow, ROW_PROBLEMS } from "@/lib/domain/organizations/draft";
import type { Translate } from "@/lib/i18n/translator";
import { readTableState } from "@/lib/kernel/tableState";

type Search = Record<string, string | string[] | undefined>;

const LONGEST_SHOWN = 64;

/** Beginning and end of what was written: a line of hundreds of signs must not hide what is wrong with it. */
function inBrief(text: string): string {
  const signs = [...text];
  return signs.length <= LONGEST_SHOWN
    ? text
    : `${signs.slice(0, 44).join("")} … ${signs.slice(-16).join("")}`;
}

/** One line per address with what becomes of it; the page in the address says which lines. */
export function addressTable(
  t: Translate,
  rows: readonly AddressRow[],
  of: { search: Search; path: string; draft: string; caption: string; fine: string; filter: boolean },
): DataTableProps {
  const state = readTableState(of.search, {
    sorts: ["line"],
    defaultSort: "line",
    filters: { result: of.filter ? ["fine", ...ROW_PROBLEMS] : [] },
  });
  const wanted = state.filters.result ?? [];
  const matching = rows.filter((row) => wanted.length === 0 || wanted.includes(row.problem ?? "fine"));
  const pages = Math.max(1, Math.ceil(matching.length / state.size));
  const page = Math.min(state.page, pages);
  const results = ["fine", ...ROW_PROBLEMS] as const;
  const label = (result: (typeof results)[number]) =>
    result === "fine" ? of.fine : t(`users.wizard.problem.${result}`);
  const tone = (result: (typeof results)[number]): Tone =>
    result === "fine" ? "positive" : result === "malformed" ? "critical" : "neutral";
  const present = results.filter((result) => rows.some((row) => (row.problem ?? "fine") === result));
  return {
    caption: of.caption,
    columns: [
      { key: "written", label: t("users.wizard.written") },
      {
        key: "result",
        label: t("users.wizard.result"),
        kind: "badge",
        badges: Object.fromEntries(results.map((result) => [result, [label(result), tone(result)] as const])),
      },
      { key: "line", label: t("users.wizard.line"), kind: "number" },
    ],
    rows: matching.slice((page - 1) * state.size, page * state.size).map((row, index) => ({
      id: `${page}-${index}`,
      cells: [
        inBrief(row.email ?? row.text),
        row.problem ?? "fine",
        row.inFile ? t("users.wizard.fileLine", { line: row.line }) : row.line,
      ],
    })),
    total: matching.length,
    state: { ...state, page },
    defaultSort: "line",
    path: of.path,
    keep: { draft: of.draft },
    filters:
      of.filter && present.length > 1
        ? [
            {
              key: "result",
              label: t("users.wizard.result"),
              options: present.map((result) => ({ value: result, label: label(result) })),
            },
          ]
        : [],
    labels: tableLabels(t, { total: matching.length, page, size: state.size }),
    empty: { title: t("common.table.noMatch") },
  };
}
