import { z } from "zod";
import { permits } from "@/lib/access/authorize";
import { FAMILY_NAMES, type Family } from "@/lib/access/families";
import { draftIfBegun, EMPTY_ANSWERS } from "@/lib/domain/organizations/draft";
import { Id } from "@/lib/domain/organizations/inputs";
import { query } from "@/lib/pipeline/query";
import type { Reader } from "@/lib/platform/database";

/** Products and teams that a step offers; what was chosen is always among them. */
const MOST_OFFERED = 200;

/** A kind of which the organization has something, with its products, and the bits chosen so far. */
export type OfferedKind = {
  key: string;
  names: Record<string, string>;
  family: Family;
  chosen: number;
  products: { id: string; name: string; chosen: number }[];
};

export type OfferedTeam = {
  id: string;
  name: string;
  colour: string;
  description: string;
  members: number;
  isChosen: boolean;
};

/**
 * What "Add a user" can promise beside the role, and what was chosen so far (USR-8, USR-14): nothing to whoever may not
 * give it. Its steps are there as long as there is something to choose.
 */
export const draftAccess = query("invitation.draft-access", {
  permission: "user.invite",
  input: z.object({ draft: Id.optional() }),
  async run({ reader, actor }, { draft }) {
    const organizationId = actor.organization.id;
    const own = { organizationId, userId: actor.userId };
    const answers = (draft === undefined ? null : await draftIfBegun(reader, own, draft)) ?? EMPTY_ANSWERS;
    const rights = new Map(answers.grants.map(({ as, id, rights }) => [`${as}:${id}`, rights]));
    const { rows, total } = permits(actor.standing, "access.give")
      ? await products(reader, organizationId, [...rights.keys()])
      : { rows: [], total: 0 };
    const kinds = new Map<string, OfferedKind>();
    for (const { id, name, kindKey: key, names, family } of rows) {
      const kind = kinds.get(key) ?? {
        ...{ key, names, family, products: [] },
        chosen: rights.get(`kind:${key}`) ?? 0,
      };
      kind.products.push({ id, name, chosen: rights.get(`product:${id}`) ?? 0 });
      kinds.set(key, kind);
    }
    const teams = permits(actor.standing, "team.manage")
      ? await offeredTeams(reader, organizationId, answers.teams)
      : [];
    return {
      kinds: FAMILY_NAMES.flatMap((family) => [...kinds.values()].filter((kind) => kind.family === family)),
      notShown: total - rows.length,
      teams,
    };
  },
});

/** What the steps "products" and "teams" show. */
export type DraftAccess = Awaited<ReturnType<typeof draftAccess.execute>>;

type Row = {
  id: string;
  name: string;
  kindKey: string;
  names: Record<string, string>;
  family: Family;
  total: number;
};

async function products(reader: Reader, organizationId: string, chosen: readonly string[]) {
  const rows = await reader.rows<Row>(
    `SELECT s."id", s."name", s."kindKey", k."names", k."family", count(*) OVER ()::int AS "total"
     FROM "Subscription" s JOIN "ProductKind" k ON k."key" = s."kindKey"
     WHERE s."organizationId" = $1::uuid AND s."endedAt" IS NULL AND s."partOfId" IS NULL
     ORDER BY 'product:' || s."id" = ANY ($2::text[]) DESC, row_number() OVER (PARTITION BY s."kindKey" ORDER BY lower(s."name"), s."id")
     LIMIT ${MOST_OFFERED}`,
    organizationId,
    chosen,
  );
  const byName = rows.toSorted((one, other) => one.name.localeCompare(other.name));
  return { rows: byName, total: rows[0]?.total ?? 0 };
}

const offeredTeams = (
  reader: Reader,
  organizationId: string,
  chosen: readonly string[],
): Promise<OfferedTeam[]> =>
  reader.rows<OfferedTeam>(
    `SELECT * FROM (
       SELECT t."id", t."name", t."colour", t."description", t."id" = ANY ($2::uuid[]) AS "isChosen",
              (SELECT count(*)::int FROM "TeamMember" m
               WHERE m."organizationId" = t."organizationId" AND m."teamId" = t."id") AS "members"
       FROM "Team" t WHERE t."organizationId" = $1::uuid AND t."endedAt" IS NULL
       ORDER BY t."id" = ANY ($2::uuid[]) DESC, lower(t."name") LIMIT ${MOST_OFFERED}
     ) t ORDER BY lower(t."name")`,
    organizationId,
    chosen,
  );
