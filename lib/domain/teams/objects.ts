import type { TableState } from "@/lib/kernel/tableState";
import type { Reader } from "@/lib/platform/database";
import { containing } from "@/lib/platform/search";
import { type NamedObject, OBJECTS, TYPES_OF_GROUP } from "./facts";
import { OBJECT_GROUPS, type ObjectGroup } from "./teamsTable";

/** Which objects a list holds: those in one tab that are not among `besides`, or exactly `only`. */
export type ObjectsOf = {
  organizationId: string;
  locale: string;
  q: string;
  besides: readonly string[];
  only?: readonly string[];
};

const SORTS: Record<string, string> = {
  name: 'lower("name")',
  inside: `coalesce(lower("inside"), '')`,
};

const MATCHING = `
  FROM (${OBJECTS}) objects WHERE NOT "isPart" AND NOT "on" = ANY ($3::text[])
    AND ($4::text[] IS NULL OR "on" = ANY ($4::text[]))
    AND ($5::text IS NULL OR lower("name") LIKE $5 OR lower("inside") LIKE $5)`;

const valuesOf = ({ organizationId, locale, besides, only, q }: ObjectsOf) =>
  [organizationId, locale, besides, only ?? null, q === "" ? null : containing(q)] as const;

/** One page of objects, of one tab where told. */
export const objectsPage = (
  reader: Reader,
  of: ObjectsOf,
  { sort, offset, limit }: { sort: string; offset: number; limit: number },
  group?: ObjectGroup,
): Promise<NamedObject[]> => {
  const direction = sort.startsWith("-") ? "DESC" : "ASC";
  return reader.rows<NamedObject>(
    `SELECT * ${MATCHING} AND ($6::text IS NULL OR ("as" = $6 AND "type" = ANY ($7::text[])))
     ORDER BY "isHad" DESC, ${SORTS[sort.replace("-", "")]} ${direction}, lower("name"), "on" ${direction} LIMIT ${limit} OFFSET ${offset}`,
    ...valuesOf(of),
    group ? TYPES_OF_GROUP[group].as : null,
    group ? TYPES_OF_GROUP[group].types : null,
  );
};

/** How many objects match, by tab. */
async function countObjects(reader: Reader, of: ObjectsOf): Promise<Record<ObjectGroup, number>> {
  const rows = await reader.rows<{ as: string; type: string; count: number }>(
    `SELECT "as", "type", count(*)::int AS "count" ${MATCHING} GROUP BY "as", "type"`,
    ...valuesOf(of),
  );
  const inGroup = (group: ObjectGroup) =>
    rows
      .filter(({ as, type }) => {
        const { as: kind, types } = TYPES_OF_GROUP[group];
        return as === kind && types.some((one) => one === type);
      })
      .reduce((sum, { count }) => sum + count, 0);
  return Object.fromEntries(OBJECT_GROUPS.map((group) => [group, inGroup(group)])) as Record<
    ObjectGroup,
    number
  >;
}

/** A page as a table shows it, of one tab or of all, with how many there are on all pages. */
export async function tableOfObjects<State extends TableState>(
  reader: Reader,
  of: ObjectsOf,
  table: State,
  group?: ObjectGroup,
) {
  const counts = await countObjects(reader, of);
  const total = group ? counts[group] : Object.values(counts).reduce((sum, count) => sum + count, 0);
  const page = Math.min(table.page, Math.max(1, Math.ceil(total / table.size)));
  const place = { sort: table.sort, offset: (page - 1) * table.size, limit: table.size };
  return { table: { ...table, page }, counts, total, lines: await objectsPage(reader, of, place, group) };
}
