import { pageWithin } from "@/lib/domain/products/facts/paging";
import type { Reader } from "@/lib/platform/database";
import { containing } from "@/lib/platform/search";

/** Teams on one page of the step; what was chosen on others is kept, and can be taken out on each. */
const TEAMS_PER_PAGE = 50;

export type OfferedTeam = { id: string; name: string; description: string; members: number };

export type OfferedTeams = {
  /** Whether there is any team, whatever is searched for. */
  isAny: boolean;
  lines: OfferedTeam[];
  /** On all pages. */
  chosen: OfferedTeam[];
  q: string;
  page: number;
  pages: number;
  total: number;
};

export const NO_TEAMS: OfferedTeams = {
  ...{ isAny: false, lines: [], chosen: [] },
  ...{ q: "", page: 1, pages: 1, total: 0 },
};

const TEAMS = `
  SELECT t."id", t."name", t."description",
         (SELECT count(*)::int FROM "TeamMember" m
          WHERE m."organizationId" = t."organizationId" AND m."teamId" = t."id") AS "members"
  FROM "Team" t WHERE t."organizationId" = $1::uuid AND t."endedAt" IS NULL`;

/** One page of the teams that an invitation can lead into, and those that were chosen (TEAM-2). */
export async function offeredTeams(
  reader: Reader,
  organizationId: string,
  { q, page: wanted, chosen }: { q: string; page: number; chosen: readonly string[] },
): Promise<OfferedTeams> {
  const pattern = containing(q);
  const [counted] = await reader.rows<{ all: number; total: number }>(
    `SELECT count(*)::int AS "all", count(*) FILTER (WHERE lower("name") LIKE $2)::int AS "total"
     FROM "Team" WHERE "organizationId" = $1::uuid AND "endedAt" IS NULL`,
    organizationId,
    pattern,
  );
  const { all = 0, total = 0 } = counted ?? {};
  const page = pageWithin(wanted, total, TEAMS_PER_PAGE);
  const inOrder = `ORDER BY lower(t."name"), t."id"`;
  const place = `OFFSET ${(page - 1) * TEAMS_PER_PAGE} LIMIT ${TEAMS_PER_PAGE}`;
  return {
    isAny: all > 0,
    lines: await reader.rows(
      `${TEAMS} AND lower(t."name") LIKE $2 ${inOrder} ${place}`,
      organizationId,
      pattern,
    ),
    chosen: await reader.rows(`${TEAMS} AND t."id" = ANY ($2::uuid[]) ${inOrder}`, organizationId, chosen),
    q,
    page,
    pages: Math.max(1, Math.ceil(total / TEAMS_PER_PAGE)),
    total,
  };
}
