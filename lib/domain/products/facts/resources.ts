import type { Family, ResourceType } from "@/lib/access/families";
import { NotFound } from "@/lib/kernel/failures";
import type { Reader } from "@/lib/platform/database";
import { addressesInAll, domainsAmong } from "../rules/resources";

/** A product, ended or not, as far as what is inside it is concerned. */
export type HoldingProduct = {
  readonly id: string;
  readonly name: string;
  readonly family: Family;
  readonly kindNames: Readonly<Record<string, string>>;
  readonly isThere: boolean;
};

/** A product of this organization; throws {@link NotFound} for everything else. */
export async function productHolding(
  reader: Reader,
  organizationId: string,
  id: string,
): Promise<HoldingProduct> {
  const [product] = await reader.rows<HoldingProduct>(
    `SELECT s."id", s."name", k."family", k."names" AS "kindNames", s."endedAt" IS NULL AS "isThere"
     FROM "Subscription" s JOIN "ProductKind" k ON k."key" = s."kindKey"
     WHERE s."organizationId" = $1::uuid AND s."id" = $2::uuid`,
    organizationId,
    id,
  );
  if (!product) throw new NotFound();
  return product;
}

/** Something inside a product. */
export type Held = {
  readonly id: string;
  readonly type: ResourceType;
  readonly name: string;
  readonly sharedRights: number;
  readonly version: number;
};

/** What is inside this product and still there; throws {@link NotFound} for everything else. */
export async function resourceInside(
  reader: Reader,
  organizationId: string,
  subscriptionId: string,
  id: string,
): Promise<Held> {
  const [held] = await reader.rows<Held>(
    `SELECT r."id", r."type", r."name", r."sharedRights", r."version" FROM "Resource" r
     WHERE r."organizationId" = $1::uuid AND r."subscriptionId" = $2::uuid AND r."id" = $3::uuid AND r."endedAt" IS NULL`,
    organizationId,
    subscriptionId,
    id,
  );
  if (!held) throw new NotFound();
  return held;
}

/** Whether something of this type in this product has the name already, whichever case it is written in. */
export async function isNameTaken(
  reader: Reader,
  organizationId: string,
  of: { subscriptionId: string; type: ResourceType; name: string; except?: string },
): Promise<boolean> {
  const rows = await reader.rows(
    `SELECT 1 FROM "Resource" r WHERE r."organizationId" = $1::uuid AND r."subscriptionId" = $2::uuid
       AND r."type" = $3::"ResourceType" AND lower(r."name") = lower($4) AND r."endedAt" IS NULL
       AND r."id" IS DISTINCT FROM $5::uuid`,
    organizationId,
    of.subscriptionId,
    of.type,
    of.name,
    of.except ?? null,
  );
  return rows.length > 0;
}

/** How many addresses this mail service has, and how many mailboxes it holds. */
export async function mailboxRoom(
  reader: Reader,
  organizationId: string,
  subscriptionId: string,
): Promise<{ addresses: number | null; mailboxes: number }> {
  const [row] = await reader.rows<{
    family: Family;
    addresses: number | null;
    quantity: number;
    mailboxes: number;
  }>(
    `SELECT k."family", o."addresses", s."quantity",
            (SELECT count(*)::int FROM "Resource" r
             WHERE r."organizationId" = $1::uuid AND r."subscriptionId" = s."id" AND r."type" = 'MAILBOX'
               AND r."endedAt" IS NULL) AS "mailboxes"
     FROM "Subscription" s JOIN "ProductKind" k ON k."key" = s."kindKey"
     JOIN "Offer" o ON o."kindKey" = s."kindKey" AND o."key" = s."offerKey"
     WHERE s."organizationId" = $1::uuid AND s."id" = $2::uuid`,
    organizationId,
    subscriptionId,
  );
  if (!row) throw new NotFound();
  return { addresses: addressesInAll(row), mailboxes: row.mailboxes };
}

/** The domains that mailboxes of this mail service can have: the organization's own, and those in use in it already. */
export async function mailDomains(
  reader: Reader,
  organizationId: string,
  subscriptionId: string,
): Promise<string[]> {
  const rows = await reader.rows<{ name: string }>(
    `SELECT s."name" FROM "Subscription" s JOIN "ProductKind" k ON k."key" = s."kindKey"
     WHERE s."organizationId" = $1::uuid AND k."family" = 'domain' AND s."endedAt" IS NULL
     UNION
     SELECT split_part(r."name", '@', 2) FROM "Resource" r
     WHERE r."organizationId" = $1::uuid AND r."subscriptionId" = $2::uuid AND r."type" = 'MAILBOX'
       AND r."endedAt" IS NULL`,
    organizationId,
    subscriptionId,
  );
  return domainsAmong(rows.map(({ name }) => name));
}
