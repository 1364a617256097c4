import { z } from "zod";
import { FAMILIES, type ResourceType } from "@/lib/access/families";
import { Id } from "@/lib/domain/organizations/inputs";
import { query } from "@/lib/pipeline/query";
import { containing } from "@/lib/platform/search";
import { ReachTable } from "../accessTables";
import { pageWithin } from "../facts/paging";
import { type Held, mailboxRoom, mailDomains } from "../facts/resources";
import { seenProduct } from "../facts/seen";
import { mayAddMailbox } from "../rules/resources";

/** Something inside the product, with how many people, teams and invited people it was given to by name. */
export type ListedResource = Held & { people: number; teams: number; invited: number };

/** What is inside a product: mailboxes, folders, channels, calendars, address books (PROD-1). */
export const listResources = query("resources", {
  permission: "product.manage",
  input: z.object({ product: Id, table: ReachTable }),
  product: ({ product }) => product,
  async run({ reader, actor }, { product: id, table }) {
    const organizationId = actor.organization.id;
    const product = await seenProduct(reader, organizationId, id);
    const pattern = containing(table.q);
    const inside = `FROM "Resource" r WHERE r."organizationId" = $1::uuid AND r."subscriptionId" = $2::uuid
      AND r."endedAt" IS NULL AND lower(r."name") LIKE $3`;
    const [row] = await reader.rows<{ total: number }>(
      `SELECT count(*)::int AS "total" ${inside}`,
      organizationId,
      id,
      pattern,
    );
    const total = row?.total ?? 0;
    const page = pageWithin(table.page, total, table.size);
    const direction = table.sort.startsWith("-") ? "DESC" : "ASC";
    const resources = await reader.rows<ListedResource>(
      `SELECT r."id", r."type", r."name", r."sharedRights", r."version", g."people", g."teams", g."invited"
       FROM (SELECT * ${inside}) r, LATERAL (
         SELECT count(g."membershipId")::int AS "people", count(g."teamId")::int AS "teams", count(g."invitationId")::int AS "invited"
         FROM "AccessGrant" g
         WHERE g."organizationId" = $1::uuid AND g."resourceId" = r."id" AND g."rights" <> 0) g
        ORDER BY lower(r."name") ${direction}, r."id" ${direction}
       OFFSET ${(page - 1) * table.size} LIMIT ${table.size}`,
      organizationId,
      id,
      pattern,
    );
    const holds: readonly ResourceType[] = FAMILIES[product.family].holds;
    const room = holds.includes("MAILBOX") ? await mailboxRoom(reader, organizationId, id) : null;
    return {
      organization: actor.organization,
      person: { userId: actor.userId },
      product,
      holds,
      /** Addresses that the product has in all, where there is a mailbox for each of them already. */
      full: room && mayAddMailbox(room).refusals.length > 0 ? room.addresses : null,
      /** Domains that a new mailbox can have. */
      domains: holds.includes("MAILBOX") ? await mailDomains(reader, organizationId, id) : [],
      table: { ...table, page },
      total,
      resources,
    };
  },
});

/** What the list of a product's contents shows. */
export type ResourcesView = Awaited<ReturnType<typeof listResources.execute>>;
