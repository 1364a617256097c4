import type { Translate } from "@/lib/i18n/translator";

/* Client components are given their words: these gather them, once per page, on the server. */

export const formLabels = (t: Translate) => ({
  errorTitle: t("common.form.errorTitle"),
  problem: t("common.form.problem", { field: "{field}", value: "{value}" }),
  changedNow: t("common.form.changedNow", { field: "{field}", value: "{value}" }),
  changedElsewhere: t("common.form.changedElsewhere"),
  kept: t("common.form.kept"),
  readAgain: t("common.form.readAgain"),
  yes: t("common.yes"),
  no: t("common.no"),
  nothing: t("common.form.nothing"),
  refusedTitle: t("common.form.refusedTitle"),
  confirmTitle: t("common.form.confirmTitle"),
  confirmHint: t("common.form.confirmHint"),
  password: t("common.password"),
  optional: t("common.optional"),
  showPassword: t("common.form.showPassword"),
  hidePassword: t("common.form.hidePassword"),
  unreachable: t("common.form.unreachable"),
  fileTooLarge: t("common.form.fileTooLarge"),
  broken: t("common.form.broken", { reference: "{reference}" }),
});
export type FormLabels = ReturnType<typeof formLabels>;

/** `total`: rows that match; `page` and `size` as in the table's state. */
export const tableLabels = (
  t: Translate,
  { total, page, size }: { total: number; page: number; size: number },
) => ({
  results: t("common.table.results", { count: total }),
  range: t("common.table.range", {
    from: Math.min(total, (page - 1) * size + 1),
    to: Math.min(total, page * size),
    total,
  }),
  pages: t("common.table.pages"),
  page: t("common.table.goToPage", { page: "{page}" }),
  previous: t("common.table.previous"),
  next: t("common.table.next"),
  rowsPerPage: t("common.table.rowsPerPage"),
  apply: t("common.apply"),
  filter: t("common.table.filter", { name: "{name}", value: "{value}" }),
  removeFilter: t("common.table.removeFilter", { filter: "{filter}" }),
  clearFilters: t("common.table.clearFilters"),
  actions: t("common.table.actions"),
  actionsFor: t("common.table.actionsFor", { name: "{name}" }),
  select: t("common.table.select", { name: "{name}" }),
  selectPage: t("common.table.selectPage"),
  selectAll: t("common.table.selectAll", { count: total }),
  selectedOne: t("common.table.selectedOne"),
  selectedMany: t("common.table.selectedMany", { count: "{count}" }),
  allSelected: t("common.table.allSelected", { count: total }),
  clearSelection: t("common.table.clearSelection"),
  csv: t("common.table.csv"),
  noMatch: t("common.table.noMatch"),
  noMatchHint: t("common.table.noMatchHint"),
});
export type TableLabels = ReturnType<typeof tableLabels>;

export const shellLabels = (t: Translate) => ({
  skip: t("shell.skip"),
  openMenu: t("shell.openMenu"),
  closeMenu: t("shell.closeMenu"),
  fold: t("shell.fold"),
  unfold: t("shell.unfold"),
  main: t("shell.main"),
  switcher: {
    label: t("shell.switcher.label"),
    search: t("shell.switcher.search"),
    mine: t("shell.switcher.mine"),
    clients: t("shell.switcher.clients"),
    all: t("shell.switcher.all"),
    create: t("shell.switcher.create"),
    empty: t("shell.switcher.empty"),
  },
  account: {
    label: t("shell.account.label"),
    manage: t("shell.account.manage"),
    appearance: t("shell.account.appearance"),
    light: t("shell.account.light"),
    dark: t("shell.account.dark"),
    auto: t("shell.account.auto"),
    language: t("shell.account.language"),
    logOut: t("shell.account.logOut"),
  },
  palette: {
    label: t("shell.palette.label"),
    open: t("shell.palette.open"),
    keys: t("shell.palette.keys"),
    placeholder: t("shell.palette.placeholder"),
    goTo: t("shell.palette.goTo"),
    actions: t("shell.palette.actions"),
    search: t("shell.palette.search"),
    switch: t("shell.palette.switch"),
    empty: t("shell.palette.empty"),
  },
});
export type ShellLabels = ReturnType<typeof shellLabels>;
