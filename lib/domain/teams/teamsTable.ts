import { z } from "zod";
import { readTableState, type TableShape } from "@/lib/kernel/tableState";

/** What the tables of the teams' pages accept in their URLs. */
export const TEAMS_TABLE = {
  sorts: ["name", "members", "resources"],
  defaultSort: "name",
} satisfies TableShape;
export const MEMBERS_TABLE = { sorts: ["name", "since"], defaultSort: "name" } satisfies TableShape;
export const PEOPLE_TABLE = { sorts: ["name", "role"], defaultSort: "name" } satisfies TableShape;
export const OBJECTS_TABLE = { sorts: ["name", "inside"], defaultSort: "name" } satisfies TableShape;

/** The tabs above what can be given: products, all of a kind, and what is inside products. */
export const OBJECT_GROUPS = ["products", "kinds", "mailboxes", "folders", "channels", "shared"] as const;
export type ObjectGroup = (typeof OBJECT_GROUPS)[number];

const Parameters = z.record(
  z.string(),
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .catch(undefined),
);

/** A table's state as the URL carries it; anything unknown falls back, a link never breaks. */
export const tableOf = (shape: TableShape) =>
  Parameters.transform((parameters) => ({
    ...readTableState(parameters, shape),
    show: OBJECT_GROUPS.find((group) => group === [parameters.show].flat()[0]) ?? "products",
  }));
