import type { Holder } from "@/lib/access/resolution";
import type { Reader } from "@/lib/platform/database";
import { holders } from "@/lib/platform/holdings";
import type { PeopleTableState, SourceWord } from "./accessTables";
import { type ListedGrant, listedGrants } from "./facts/given";
import { invitedHolders } from "./facts/invitedHolders";
import { pageWithTotal } from "./facts/paging";
import { type LookedAt, peopleReaching, type Reacher } from "./facts/peopleReaching";
import { thingsInside } from "./facts/seen";
import { type NamedThing, onOf, type ReachLine, reachLines } from "./reachLines";

/** A person with what they have on the product, or on the thing inside, that is looked at. */
export type ReachingPerson = Reacher & {
  lines: ReachLine[];
  /** Whether something was given to them on it directly: that can be changed and withdrawn here. */
  hasOwn: boolean;
};

/** What was given, as the table lists it. */
export type GivenLine = ListedGrant;

/** Who reaches what is looked at, or what was given on it: one page of the table, with how many there are. */
export type PeopleView = { table: PeopleTableState; total: number } & (
  | { show: "people"; people: ReachingPerson[] }
  | { show: "given"; grants: ListedGrant[] }
);

/**
 * One page of everybody who reaches it, each line resolved by the function that decides (TEAM-4, TEAM-5): as many
 * statements for a page of 25 as for an organization of 10,000.
 */
export async function peopleView(
  reader: Reader,
  organizationId: string,
  at: LookedAt,
  itself: NamedThing,
  table: PeopleTableState,
): Promise<PeopleView> {
  const descending = table.sort.startsWith("-");
  if (table.show === "given") {
    const { total, page, grants } = await listedGrants(reader, organizationId, at, { ...table, descending });
    return { table: { ...table, page }, total, show: "given", grants };
  }
  const from = (table.filters.from ?? []) as readonly SourceWord[];
  const found = peopleReaching(reader, organizationId, at, { q: table.q, from });
  const {
    rows: reachers,
    total,
    page,
  } = await pageWithTotal<Reacher>((page) => found({ page, size: table.size, descending }), table);
  const ids = (as: Reacher["as"]) => reachers.filter((one) => one.as === as).map((one) => one.id);
  const held = new Map<string, Holder>([
    ...(await holders(reader, organizationId, ids("member"), at)),
    ...(await invitedHolders(reader, organizationId, ids("invitation"))),
  ]);
  const inside =
    itself.type === "PRODUCT"
      ? await thingsInside(reader, organizationId, [itself.id], onOf(held.values()))
      : [];
  const people = reachers.map((one) => {
    const holder = held.get(one.id);
    return {
      ...one,
      lines: holder ? reachLines(holder, [itself, ...inside]) : [],
      hasOwn: holder?.grants.some(({ on }) => on === itself.id) ?? false,
    };
  });
  return { table: { ...table, page }, total, show: "people", people };
}
