import { z } from "zod";
import { permits } from "@/lib/access/authorize";
import { FAMILY_NAMES, type Family } from "@/lib/access/families";
import { draftIfBegun, EMPTY_ANSWERS, type GrantToCome } from "@/lib/domain/organizations/draft";
import { Id } from "@/lib/domain/organizations/inputs";
import { pageWithin } from "@/lib/domain/products/facts/paging";
import { query } from "@/lib/pipeline/query";
import type { Reader } from "@/lib/platform/database";
import { containing } from "@/lib/platform/search";
import { NO_TEAMS, offeredTeams } from "../offeredTeams";
import { objectsOf } from "../promising";

/** Products on one page of the step; what was chosen on others is kept, and can be taken out on each. */
const PRODUCTS_PER_PAGE = 50;

/** Where a list begins. */
const FIRST = { q: "", page: 1 };

/** A kind of which the organization has something, with its products on this page, and the bits chosen so far. */
export type OfferedKind = {
  key: string;
  names: Record<string, string>;
  family: Family;
  chosen: number;
  products: { id: string; name: string; chosen: number }[];
};

/** A product, or all of a kind, that was chosen. */
export type ChosenGrant = {
  as: "product" | "kind";
  id: string;
  name: string;
  kindNames: Record<string, string> | null;
  family: Family;
  rights: number;
};

/**
 * What "Add a user" can promise beside the role, and what was chosen so far (USR-8, USR-14): nothing to whoever may not
 * give it. Its steps are there as long as there is something to choose.
 */
export const draftAccess = query("invitation.draft-access", {
  permission: "user.invite",
  input: z.object({
    draft: Id.optional(),
    /** Which list is searched or turned over; the other one begins at its beginning. */
    list: z.enum(["products", "teams"]).default("products"),
    q: z.string().trim().max(200).catch(""),
    page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  }),
  async run({ reader, actor }, { draft, list, q, page }) {
    const [ofProducts, ofTeams] = list === "products" ? [{ q, page }, FIRST] : [FIRST, { q, page }];
    const organizationId = actor.organization.id;
    const own = { organizationId, userId: actor.userId };
    const answers = (draft === undefined ? null : await draftIfBegun(reader, own, draft)) ?? EMPTY_ANSWERS;
    const mayGive = permits(actor.standing, "access.give");
    const offered = mayGive ? await offeredProducts(reader, organizationId, ofProducts) : NO_PRODUCTS;
    const chosen = mayGive ? await chosenGrants(reader, organizationId, answers.grants) : [];
    const rightsOf = (as: ChosenGrant["as"], id: string) =>
      chosen.find((grant) => grant.as === as && grant.id === id)?.rights ?? 0;
    const kinds = new Map<string, OfferedKind>();
    for (const { id, name, kindKey: key, names, family } of offered.rows) {
      const kind = kinds.get(key) ?? { key, names, family, products: [], chosen: rightsOf("kind", key) };
      kind.products.push({ id, name, chosen: rightsOf("product", id) });
      kinds.set(key, kind);
    }
    const isShown = ({ as, id }: ChosenGrant) =>
      as === "kind" ? kinds.has(id) : offered.rows.some((product) => product.id === id);
    const teams = permits(actor.standing, "team.manage")
      ? await offeredTeams(reader, actor, { ...ofTeams, chosen: answers.teams })
      : NO_TEAMS;
    return {
      /** Of all pages: whether there is anything to choose, and what was. */
      hasProducts: offered.all > 0,
      chosen,
      q: ofProducts.q,
      page: offered.page,
      pages: Math.max(1, Math.ceil(offered.total / PRODUCTS_PER_PAGE)),
      total: offered.total,
      kinds: [...kinds.values()],
      elsewhere: chosen.filter((grant) => !isShown(grant)),
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
};

const NO_PRODUCTS = { rows: [] as Row[], all: 0, total: 0, page: 1 };

/** One page of the products that match, by family, kind and name; parts of suites are no products of their own (PROD-4). */
async function offeredProducts(
  reader: Reader,
  organizationId: string,
  wanted: { q: string; page: number },
): Promise<typeof NO_PRODUCTS> {
  const products = `FROM "Subscription" s JOIN "ProductKind" k ON k."key" = s."kindKey"
    WHERE s."organizationId" = $1::uuid AND s."endedAt" IS NULL AND s."partOfId" IS NULL`;
  const matching = `(lower(s."name") LIKE $2 OR EXISTS (SELECT 1 FROM jsonb_each_text(k."names") n WHERE lower(n.value) LIKE $2))`;
  const pattern = containing(wanted.q);
  const [counted] = await reader.rows<{ all: number; total: number }>(
    `SELECT count(*)::int AS "all", count(*) FILTER (WHERE ${matching})::int AS "total" ${products}`,
    organizationId,
    pattern,
  );
  const { all, total } = counted ?? NO_PRODUCTS;
  const page = pageWithin(wanted.page, total, PRODUCTS_PER_PAGE);
  const rows = await reader.rows<Row>(
    `SELECT s."id", s."name", s."kindKey", k."names", k."family" ${products} AND ${matching}
     ORDER BY array_position($3::text[], k."family"), k."position", k."key", lower(s."name"), s."id"
     OFFSET ${(page - 1) * PRODUCTS_PER_PAGE} LIMIT ${PRODUCTS_PER_PAGE}`,
    organizationId,
    pattern,
    FAMILY_NAMES,
  );
  return { rows, all, total, page };
}

/** What was chosen so far and is still there, in names. */
async function chosenGrants(
  reader: Reader,
  organizationId: string,
  grants: readonly GrantToCome[],
): Promise<ChosenGrant[]> {
  const living = await objectsOf(reader, organizationId, grants);
  return living.map(({ as, id, name, kindNames, family }) => {
    const rights = grants.find((grant) => grant.as === as && grant.id === id)?.rights ?? 0;
    return { as, id, name, kindNames, family, rights };
  });
}
