import { z } from "zod";
import { readTableState, type TableShape } from "@/lib/kernel/tableState";

/** Where what somebody reaches can come from, as tables filter it. */
export const SOURCES = ["role", "individual", "team", "organization"] as const;
export type SourceWord = (typeof SOURCES)[number];

/** The tabs of an access page: who reaches it, or what was given. */
export const ACCESS_SHOWS = ["people", "given"] as const;

/** What the tables of people who reach something accept in their URL. */
export const PEOPLE_TABLE = {
  sorts: ["name"],
  defaultSort: "name",
  filters: { from: SOURCES },
} satisfies TableShape;

/** What the table of what one person reaches accepts in its URL. */
export const REACH_TABLE = { sorts: ["name"], defaultSort: "name" } satisfies TableShape;

const Parameters = z.record(
  z.string(),
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .catch(undefined),
);

/** State of an access page as the URL carries it; anything unknown falls back, a link never breaks. */
export const PeopleTable = Parameters.transform((parameters) => ({
  ...readTableState(parameters, PEOPLE_TABLE),
  show: ACCESS_SHOWS.find((show) => show === [parameters.show].flat()[0]) ?? "people",
}));

export type PeopleTableState = z.output<typeof PeopleTable>;

export const ReachTable = Parameters.transform((parameters) => ({
  ...readTableState(parameters, REACH_TABLE),
  show: ACCESS_SHOWS.find((show) => show === [parameters.show].flat()[0]) ?? "people",
}));
