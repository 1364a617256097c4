import { z } from "zod";
import { ROLES } from "@/lib/access/roles";
import { readTableState, type TableShape } from "@/lib/kernel/tableState";

/** How a line of the users table stands: a member is active, the rest are invitations (USR-9). */
export const STATES = ["active", "pending", "expired", "refused", "revoked"] as const;
export type PersonState = (typeof STATES)[number];

/** The tabs of the users page. */
export const SHOWS = ["all", "members", "externals", "invitations"] as const;
export type Show = (typeof SHOWS)[number];

/** What can be done to a line of the users table, and to a selection of them. */
export const BULK_ACTS = ["resend", "revoke", "remove"] as const;
export type BulkAct = (typeof BULK_ACTS)[number];

/** What the users table accepts in its URL. */
export const USERS_TABLE = {
  sorts: ["name", "role", "since"],
  defaultSort: "name",
  filters: { role: ROLES, state: STATES },
} satisfies TableShape;

const Parameters = z.record(
  z.string(),
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .catch(undefined),
);

/** State of the users table as the URL carries it; anything unknown falls back, a link never breaks. */
export const UsersTable = Parameters.transform((parameters) => ({
  ...readTableState(parameters, USERS_TABLE),
  show: SHOWS.find((show) => show === [parameters.show].flat()[0]) ?? "all",
}));

export type UsersTableState = z.output<typeof UsersTable>;
