import { expect, test } from "vitest";
import { FAMILIES, type ObjectType, type ResourceType, wordsFor } from "@/lib/access/families";
import { accessOf, explainAccess, type Holder, rightsOn, type Target } from "@/lib/access/resolution";
import { holders, productTargets } from "@/lib/platform/holdings";
import type { Name } from "@/prisma/cast";
import { stage } from "@/prisma/stage";
import { asOwner } from "@/tests/support/database";

/** The demo's story shows each rule of TEAM-4 once, and only what can be. */

const reader = { rows: <Row>(sql: string, ...values: unknown[]) => asOwner<Row & object>(sql, values) };

async function atelier() {
  const { organizations } = await stage(asOwner);
  const { id, members, products, resources } = organizations.atelier;
  const all = await holders(reader, id, Object.values(members));
  const holder = (who: Name) => all.get(members[who] ?? "") as Holder;
  const thing = async (key: string): Promise<Target> => {
    for (const product of Object.values(products)) {
      const targets = await productTargets(reader, id, product);
      for (const target of [targets?.product, ...(targets?.inside ?? [])])
        if (target && (target.id === products[key] || target.id === resources[key])) return target;
    }
    throw new Error(key);
  };
  const has = async (who: Name, key: string) => {
    const target = await thing(key);
    return wordsFor(target.type, rightsOn(accessOf(holder(who)), target));
  };
  return { has, holder, thing };
}

test("each rule of TEAM-4 has its example in the demo", async () => {
  const { has, holder, thing } = await atelier();
  // Drive: one's own stands above the team's, less as well as more, and nothing at all.
  expect(await has("jonas", "plans")).toEqual(["read"]);
  expect(await has("nadia", "plans")).toEqual(["manage"]);
  expect(await has("iris", "plans")).toEqual(["write"]);
  expect(await has("iris", "competitions")).toEqual(["none"]);
  // Mail: everything adds up.
  expect(await has("nadia", "projectsBox")).toEqual(["read", "signatures", "auto_reply", "folders"]);
  // The rest: the highest wins.
  expect(await has("jonas", "projectsChannel")).toEqual(["admin"]);
  expect(await has("jonas", "website")).toEqual(["technical", "statistics"]);
  const why = explainAccess(holder("jonas"), await thing("projectsChannel"));
  expect(why.contributions.map(({ source, wins }) => [source.via, wins])).toEqual([
    ["individual", true],
    ["team", false],
  ]);
});

test("what is shared with all is not shared with externals (USR-2), and all of a kind is all of it (USR-14)", async () => {
  const { has } = await atelier();
  expect(await has("nadia", "meetingRoom")).toEqual(["write"]);
  expect(await has("iris", "meetingRoom")).toEqual([]);
  expect(await has("nadia", "website")).toEqual(["statistics"]);
  expect(await has("nadia", "competition")).toEqual(["technical", "statistics"]);
  expect(await has("iris", "ticketing")).toEqual(["check"]);
});

test("everything lies where its family says it can (PROD-1)", async () => {
  await stage(asOwner);
  const rows = await asOwner<{ family: keyof typeof FAMILIES; type: ResourceType }>(
    `SELECT DISTINCT k."family", r."type" FROM "Resource" r JOIN "Subscription" s ON s."id" = r."subscriptionId"
     JOIN "ProductKind" k ON k."key" = s."kindKey"`,
  );
  for (const { family, type } of rows) expect(FAMILIES[family].holds).toContain(type as ObjectType);
});

test("each part lies in a suite that includes it, and nothing is given on a part (PROD-4)", async () => {
  await stage(asOwner);
  expect(
    await asOwner(
      `SELECT s."name" FROM "Subscription" s LEFT JOIN "Subscription" p ON p."id" = s."partOfId"
       LEFT JOIN "ProductKind" k ON k."key" = p."kindKey"
       WHERE s."kindKey" LIKE 'suite-%' AND NOT coalesce(s."kindKey" = ANY (k."includes"), false)`,
    ),
  ).toEqual([]);
  expect(
    await asOwner(
      `SELECT 1 FROM "AccessGrant" g JOIN "Subscription" s ON s."id" = g."subscriptionId" WHERE s."partOfId" IS NOT NULL`,
    ),
  ).toEqual([]);
});
