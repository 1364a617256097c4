import type { Insider } from "@/lib/access/actor";
import { pageWithin } from "@/lib/domain/products/facts/paging";
import type { Reader } from "@/lib/platform/database";
import { containing } from "@/lib/platform/search";
import { RESOURCES } from "./facts";
import { mayChange } from "./managing";

/** Teams on one page of the step; what was chosen on others is kept, and can be taken out on each. */
const TEAMS_PER_PAGE = 50;

type TeamLine = { id: string; name: string; description: string; members: number; resources: number };

/** `mayChange`: whether this person may lead somebody into it. */
export type OfferedTeam = TeamLine & { mayChange: boolean };

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
          WHERE m."organizationId" = t."organizationId" AND m."teamId" = t."id") AS "members",
         ${RESOURCES} AS "resources"
  FROM "Team" t WHERE t."organizationId" = $1::uuid AND t."endedAt" IS NULL`;

/** One page of the teams that an invitation can lead into, and those that were chosen (TEAM-2). */
export async function offeredTeams(
  reader: Reader,
  { organization: { id: organizationId }, standing }: Insider,
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
  const teams = async (where: string, value: unknown): Promise<OfferedTeam[]> => {
    const rows = await reader.rows<TeamLine>(`${TEAMS} AND ${where}`, organizationId, value);
    return rows.map((team) => ({ ...team, mayChange: mayChange(standing, team) }));
  };
  return {
    isAny: all > 0,
    lines: await teams(`lower(t."name") LIKE $2 ${inOrder} ${place}`, pattern),
    chosen: await teams(`t."id" = ANY ($2::uuid[]) ${inOrder}`, chosen),
    q,
    page,
    pages: Math.max(1, Math.ceil(total / TEAMS_PER_PAGE)),
    total,
  };
}
