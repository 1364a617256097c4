import type { EmptyText } from "@/components/manager/EmptyState";
import type { TableAction, TableColumn, TableFilter, TableRow } from "@/components/manager/tableTypes";
import type { Tone } from "@/components/ui/Badge";
import { isInside, ROLES } from "@/lib/access/roles";
import type { listUsers, PersonLine } from "@/lib/domain/organizations/queries/listUsers";
import { type BulkAct, type PersonState, type Show, STATES } from "@/lib/domain/organizations/usersTable";
import { shortDayText } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { promisedInWords } from "@/lib/i18n/promises";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";
import { sentence } from "@/lib/pipeline/failureState";

export type UsersView = Awaited<ReturnType<typeof listUsers.execute>>;

const TONES: Record<PersonState, Tone> = {
  active: "positive",
  pending: "info",
  expired: "caution",
  refused: "critical",
  revoked: "ended",
};

const record = <Key extends string, Value>(keys: readonly Key[], value: (key: Key) => Value) =>
  Object.fromEntries(keys.map((key) => [key, value(key)]));

export const columnsOf = (t: Translate, slug: string): TableColumn[] => [
  {
    key: "name",
    label: t("users.table.name"),
    kind: "link",
    sortable: true,
    href: routes.user(slug, "{id}"),
  },
  {
    key: "role",
    label: t("users.table.role"),
    sortable: true,
    words: record(ROLES, (role) => t(`common.roles.${role}`)),
  },
  { key: "billing", label: t("users.table.billing"), words: { b: t("users.table.withBilling") } },
  {
    key: "state",
    label: t("users.table.state"),
    kind: "badge",
    badges: record(STATES, (state) => [t(`users.state.${state}`), TONES[state]] as const),
  },
  { key: "since", label: t("users.table.since"), kind: "date", sortable: true },
];

export const filtersOf = (t: Translate, show: Show): TableFilter[] => [
  {
    key: "role",
    label: t("users.table.role"),
    options: (show === "externals" ? [] : show === "members" ? ROLES.filter(isInside) : ROLES).map(
      (value) => ({ value, label: t(`common.roles.${value}`) }),
    ),
  },
  {
    key: "state",
    label: t("users.table.state"),
    options: (show === "all"
      ? STATES
      : show === "invitations"
        ? STATES.filter((state) => state !== "active")
        : []
    ).map((value) => ({ value, label: t(`users.state.${value}`) })),
  },
];

const ACTIONS = ["view", "changeRole", "replace", "remove", "resend", "revoke"] as const;
const at = (action: (typeof ACTIONS)[number]): number => ACTIONS.indexOf(action);

/** The row menu; what takes something away comes last. `here` is the list as it is shown. */
export function rowActions(t: Translate, slug: string, here: string): TableAction[] {
  const confirm = (act: BulkAct) => `${here}${here.includes("?") ? "&" : "?"}confirm=${act}&id={id}`;
  const hrefs: Record<(typeof ACTIONS)[number], string> = {
    view: routes.user(slug, "{id}"),
    changeRole: routes.changeRole(slug, "{id}"),
    replace: routes.replaceLegalRepresentative(slug, "{id}"),
    remove: confirm("remove"),
    resend: confirm("resend"),
    revoke: confirm("revoke"),
  };
  return ACTIONS.map((action) => ({
    label: t(`users.menu.${action}`),
    href: hrefs[action],
    danger: action === "remove" || action === "revoke",
  }));
}

/** Rows as the table's client part takes them: codes and texts, as short as they can be. */
export function rowsOf(view: UsersView, { t, locale }: { t: Translate; locale: Locale }): TableRow[] {
  return view.lines.map((line) => {
    const { id, name, email, role, billing, state, since, promised, blockedBy } = line;
    const { can, why } = offers(t, line, view);
    return {
      id,
      cells: [
        name ? [name, email] : promised ? [email, promisedInWords(t, locale, promised)] : email,
        role,
        billing ? "b" : null,
        state,
        shortDayText(since, locale, view.timeZone),
      ],
      // There is no page for somebody who has not joined.
      ...(line.kind === "invitation" ? { href: "" } : {}),
      can,
      ...(why.length > 0 ? { why: Object.fromEntries(why) } : {}),
      ...(Object.values(blockedBy).includes(null) ? {} : { fixed: true }),
    };
  });
}

/** What a line's menu offers, and what it would but for a reason. */
function offers(t: Translate, line: PersonLine, view: UsersView) {
  const acts = actsOn(line, view);
  return {
    can: [
      ...(line.kind === "member" ? [at("view")] : []),
      ...(line.isManaged ? [at("changeRole")] : []),
      ...(line.mayReplace ? [at("replace")] : []),
      ...acts.filter((act) => line.blockedBy[act] === null).map(at),
    ],
    why: acts.flatMap((act) => {
      const word = line.blockedBy[act];
      return word ? [[at(act), sentence(t, "refusals", word)]] : [];
    }),
  };
}

function actsOn({ kind, state }: PersonLine, { mayInvite, mayRemove }: UsersView): BulkAct[] {
  if (kind === "member") return mayRemove ? ["remove"] : [];
  return mayInvite && state !== "refused" && state !== "revoked" ? ["resend", "revoke"] : [];
}

/** What can be done to several lines of what is shown. */
export function bulkActs(t: Translate, { table, mayInvite, mayRemove }: UsersView) {
  const onInvitations = mayInvite && (table.show === "all" || table.show === "invitations");
  const onMembers = mayRemove && table.show !== "invitations";
  return [
    ...(onInvitations ? [{ key: "resend", label: t("users.bulk.resend") }] : []),
    ...(onInvitations ? [{ key: "revoke", label: t("users.bulk.revoke") }] : []),
    ...(onMembers ? [{ key: "remove", label: t("users.bulk.remove"), danger: true }] : []),
  ];
}

export function emptyText(t: Translate, slug: string, { table, mayInvite }: UsersView): EmptyText {
  const { show } = table;
  const body =
    show === "externals" ? "externalsBody" : show === "invitations" ? "invitationsBody" : ("body" as const);
  return {
    title: t(`users.empty.${show}`),
    body: t(`users.empty.${body}`),
    icon: "users",
    action: mayInvite ? { label: t("users.add"), href: routes.addUser(slug, "addresses") } : undefined,
  };
}
