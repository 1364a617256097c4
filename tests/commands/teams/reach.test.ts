import { beforeEach, describe, expect, it } from "vitest";
import { rightsFrom } from "@/lib/access/families";
import { changeRole } from "@/lib/domain/organizations/commands/changeRole";
import { removeMembers } from "@/lib/domain/organizations/commands/removeMembers";
import { replaceLegalRepresentative } from "@/lib/domain/organizations/commands/replaceLegalRepresentative";
import { overview } from "@/lib/domain/organizations/queries/overview";
import { showResource } from "@/lib/domain/products/queries/showResource";
import type { PersonOutcome } from "@/lib/domain/teams/outcomes";
import { myLosses } from "@/lib/domain/teams/queries/myLosses";
import { myReach } from "@/lib/domain/teams/queries/myReach";
import { whatIf } from "@/lib/domain/teams/queries/whatIf";
import { Denied, NotFound } from "@/lib/kernel/failures";
import { insertGrant, insertSubscription } from "@/prisma/stage";
import { signedIn } from "../../support/cast";
import { asOwner } from "../../support/database";
import { buildAgency, buildHouse, type House } from "../../support/houses";
import { failureOf } from "../../support/refusal";
import { sealsOf } from "../../support/seals";

/** What one reaches by oneself (USR-2, USR-11, USR-14), and what would be lost before it is. */

let house: House;
beforeEach(async () => {
  house = await buildHouse("reach");
});

type Who = keyof House["people"];
const caller = (who: Who) => signedIn(house.people[who], house.slug);
const reach = async (who: Who, page = 1) => myReach.execute(await caller(who), { page });
const grant = (of: Pick<Parameters<typeof insertGrant>[1], "to" | "on" | "rights">) =>
  insertGrant(asOwner, {
    organizationId: house.id,
    by: { userId: house.people.legal, name: "legal of reach" },
    ...of,
  });

/** Product -> its words, and those of what is inside. */
const told = async (who: Who) =>
  Object.fromEntries(
    (await reach(who)).products.map(({ name, rights, inside }) => [
      name,
      [rights, ...inside.map((one) => `${one.name}: ${one.rights}`)],
    ]),
  );

describe("one's own view", () => {
  it("shows what was given individually, by a team and to everybody, each with its origin", async () => {
    expect(await told("collaborator")).toEqual({
      "suite of reach": [0, "Holidays: 1"],
      "suite-drive of reach": [0, "Plans: 3"],
      "web-hosting of reach": [rightsFrom("PRODUCT", ["technical"])],
    });
    const { products, teams } = await reach("collaborator");
    const origins = products.flatMap((product) =>
      [product, ...product.inside].flatMap(({ name, from }) => from.map((one) => [name, one.source.via])),
    );
    expect(Object.fromEntries(origins)).toEqual({
      Holidays: "organization",
      Plans: "team",
      "web-hosting of reach": "individual",
    });
    expect(teams).toEqual([{ id: house.teams.web, name: "Web" }]);
  });

  it("shows externals nothing of what everybody inside shares (USR-2)", async () =>
    expect(await told("external")).toEqual({ "suite-drive of reach": [0, "Plans: 3"] }));

  it("shows the parts of a suite that was given, and all of a kind, future ones included (PROD-4, USR-14)", async () => {
    const to = { membershipId: house.members.external };
    await grant({ to, on: { subscriptionId: house.products.suite }, rights: 2 });
    await grant({ to, on: { kindKey: "ticketing" }, rights: 4 });
    const later = { organizationId: house.id, kind: "ticketing", offer: "standard", name: "Second shop" };
    await insertSubscription(asOwner, later);
    expect(await told("external")).toEqual({
      "Second shop": [4],
      "suite of reach": [2],
      "suite-drive of reach": [2, "Plans: 3"],
      "suite-mail of reach": [2],
      "ticketing of reach": [4],
    });
  });

  it("shows no part of a suite that lacks the right given, and nothing that one is kept out of (TEAM-4)", async () => {
    const { members, products, resources } = house;
    await grant({
      to: { membershipId: members.external },
      on: { subscriptionId: products.suite },
      rights: 2,
    });
    await grant({ to: { membershipId: members.external }, on: { resourceId: resources.folder }, rights: 0 });
    // Chat has no statistics, and stands in the suite all the same.
    expect(await told("external")).toEqual({
      "suite of reach": [2],
      "suite-drive of reach": [2],
      "suite-mail of reach": [2],
    });
    await asOwner(`UPDATE "Resource" SET "sharedRights" = 1 WHERE "id" = $1`, [resources.folder]);
    await grant({
      to: { membershipId: members.collaborator },
      on: { resourceId: resources.folder },
      rights: 0,
    });
    expect(Object.keys(await told("collaborator"))).toEqual(["web-hosting of reach", "suite of reach"]);
    expect((await reach("collaborator")).total).toBe(2);
  });

  it("shows nothing where nothing was given, nothing that ended, nothing of another organization", async () => {
    await buildHouse("other");
    await asOwner(`UPDATE "Subscription" SET "endedAt" = now() WHERE "id" = $1`, [house.products.suite]);
    expect(await told("external")).toEqual({});
    expect(await told("withBilling")).toEqual({});
  });

  it("is cut into pages, and a page beyond the last is the last", async () => {
    for (let index = 0; index < 51; index += 1)
      await insertSubscription(asOwner, {
        organizationId: house.id,
        kind: "ticketing",
        offer: "standard",
        name: `Shop ${index}`,
      });
    await grant({ to: { membershipId: house.members.withBilling }, on: { kindKey: "ticketing" }, rights: 4 });
    const first = await reach("withBilling");
    expect([first.products.length, first.total, first.pages]).toEqual([50, 53, 2]);
    const last = await reach("withBilling", 7);
    expect([last.products.length, last.page]).toEqual([3, 2]);
  });

  it("goes by family, then by name, on every page", async () => {
    const shop = { organizationId: house.id, kind: "ticketing", offer: "standard" };
    for (const name of ["zebra", "Ant"]) await insertSubscription(asOwner, { ...shop, name });
    const { products } = await reach("administrator");
    expect(products.map(({ name }) => name)).toEqual([
      "web-hosting of reach",
      "suite-mail of reach",
      "suite of reach",
      "suite-drive of reach",
      "suite-chat of reach",
      "Ant",
      "ticketing of reach",
      "zebra",
    ]);
  });

  it("says that what is inside opens exactly where it does (USR-14)", async () => {
    const to = { membershipId: house.members.withBilling };
    await grant({ to, on: { subscriptionId: house.products.suite }, rights: 1 });
    await grant({ to, on: { resourceId: house.resources.mailbox }, rights: 1 });
    const told: unknown[] = [];
    for (const who of ["administrator", "collaborator", "withBilling", "external"] as const)
      for (const { id: product, opensInside, inside } of (await reach(who)).products)
        for (const { id: resource, name } of inside) {
          const open = { product, resource, table: {}, ending: false };
          const failure = await failureOf(showResource.execute(await caller(who), open));
          expect(failure === undefined || failure instanceof Denied, name).toBe(true);
          expect(opensInside, `${who}: ${name}`).toBe(failure === undefined);
          told.push([who, name, opensInside]);
        }
    expect(told).toEqual([
      ["administrator", "Holidays", true],
      ["collaborator", "Holidays", false],
      ["collaborator", "Plans", false],
      ["withBilling", "office@reach.example", true],
      ["withBilling", "Holidays", true],
      ["external", "Plans", false],
    ]);
  });

  it("is empty for a partner, who has no access of their own", async () => {
    const agency = await buildAgency("full", house.id, "FULL");
    const view = await myReach.execute(await signedIn(agency.legal, house.slug), {});
    expect(view.products).toEqual([]);
  });

  it("whoever manages sees how many products, parts of suites included, and teams there are instead", async () => {
    const { counts, sees } = await overview.execute(await caller("administrator"), {});
    expect([counts.products, counts.teams, sees.products]).toEqual([6, 2, true]);
    const other = await overview.execute(await caller("collaborator"), {});
    expect([other.counts.products, other.sees.products]).toEqual([undefined, false]);
  });
});

describe("what is lost is listed before, and lost afterwards", () => {
  const ask = async (who: Who, ids: string[], ...afterwards: string[]) =>
    (await whatIf.execute(await caller(who), { ids, afterwards })).cases;
  const names = (person?: PersonOutcome | null) => person?.effects.map(({ name }) => name);

  it("by whoever is removed: everything, and the places in teams (USR-12)", async () => {
    const [removed] = await ask("legal", [house.members.collaborator], "REMOVED");
    const [person] = removed?.people ?? [];
    expect(names(person)).toEqual(["Holidays", "Plans", "web-hosting of reach"]);
    expect([person?.losses, person?.teams]).toEqual([3, ["Web"]]);

    const collaborator = await caller("collaborator");
    await removeMembers.execute(await caller("legal"), {
      id: [house.members.collaborator],
      seal: [house.seals.collaborator],
    });
    await expect(myReach.execute(collaborator, {})).rejects.toBeInstanceOf(NotFound);
    expect(
      await asOwner(
        `SELECT 1 FROM "AccessGrant" WHERE "membershipId" = $1 UNION ALL SELECT 1 FROM "TeamMember" WHERE "membershipId" = $1`,
        [house.members.collaborator],
      ),
    ).toEqual([]);
  });

  it("by whoever becomes external: only what everybody inside shares (USR-2)", async () => {
    const [external] = await ask("legal", [house.members.collaborator], "EXTERNAL");
    expect(external?.people.map(names)).toEqual([["Holidays"]]);
    const before = await told("collaborator");
    const { collaborator: id } = house.members;
    const [seal] = await sealsOf(house.id, [id]);
    await changeRole.execute(await caller("legal"), { id, version: 1, seal, role: "EXTERNAL" });
    const { "suite of reach": _, ...rest } = before;
    expect(await told("collaborator")).toEqual(rest);
  });

  it("by an administrator who becomes a collaborator: every product but what was given", async () => {
    await grant({
      to: { membershipId: house.members.administrator },
      on: { subscriptionId: house.products.hosting },
      rights: 1,
    });
    const [collaborator] = await ask("legal", [house.members.administrator], "COLLABORATOR");
    const effects = collaborator?.people[0]?.effects ?? [];
    expect(Object.fromEntries(effects.map(({ name, before, after }) => [name, [before, after]]))).toEqual({
      "suite of reach": [3, 0],
      "ticketing of reach": [15, 0],
      "web-hosting of reach": [3, 1],
    });
  });

  it("by a legal representative who is replaced: nothing as administrator, every product but what was given below (USR-5)", async () => {
    const { legal, somebody } = house.members;
    await grant({ to: { membershipId: legal }, on: { resourceId: house.resources.mailbox }, rights: 1 });
    const [administrator, collaborator] = await ask("legal", [legal], "ADMINISTRATOR", "COLLABORATOR");
    expect(administrator?.people).toEqual([]);
    expect(names(collaborator?.people[0])).toEqual([
      ...["suite of reach", "ticketing of reach", "web-hosting of reach"],
    ]);
    const [seal, successorSeal] = await sealsOf(house.id, [legal, somebody]);
    await replaceLegalRepresentative.execute(await caller("legal"), {
      ...{ id: legal, seal, successor: somebody, successorSeal },
      becomes: "COLLABORATOR",
    });
    expect(await told("legal")).toEqual({
      "suite of reach": [0, "Holidays: 1"],
      "suite-mail of reach": [0, "office@reach.example: 1"],
    });
  });

  it("by whoever leaves: they see their own losses, the same that a removal would list (ORG-8)", async () => {
    for (const who of ["collaborator", "external", "administrator"] as const) {
      const { loss } = await myLosses.execute(await caller(who), {});
      const [removed] = await ask("legal", [house.members[who]], "REMOVED");
      expect(loss).toEqual(removed?.people[0]);
    }
    const own = await myLosses.execute(await caller("external"), {});
    expect([names(own.loss), own.loss?.teams]).toEqual([["Plans"], ["Web"]]);
    await asOwner(`DELETE FROM "TeamMember" WHERE "membershipId" = $1`, [house.members.external]);
    expect(await myLosses.execute(await caller("external"), {})).toMatchObject({ loss: null });
  });

  it("by several at once, each told; whoever loses nothing is left out", async () => {
    const { collaborator, external, somebody } = house.members;
    const [removed] = await ask("administrator", [collaborator, external, somebody], "REMOVED");
    expect(removed?.people.map(({ id, losses }) => [id, losses]).sort()).toEqual(
      [
        [collaborator, 3],
        [external, 1],
        [somebody, 1],
      ].sort(),
    );
    const [unchanged] = await ask("administrator", [somebody], "COLLABORATOR");
    expect(unchanged?.people).toEqual([]);
  });

  it("by whoever has another role: what it gives stands beside what it takes, and what stays says from where", async () => {
    const { collaborator, administrator, withBilling } = house.members;
    const [raised] = await ask("legal", [collaborator], "ADMINISTRATOR");
    expect(raised?.summary).toEqual({ gainers: 1, gains: 3, losers: 0, losses: 0 });
    expect(names(raised?.people[0])).toEqual([
      ...["suite of reach", "ticketing of reach", "web-hosting of reach"],
    ]);
    await grant({
      to: { membershipId: administrator },
      on: { subscriptionId: house.products.hosting },
      rights: 1,
    });
    const [lowered] = await ask("legal", [administrator], "EXTERNAL");
    const hosting = lowered?.people[0]?.effects.find(({ name }) => name === "web-hosting of reach");
    expect(hosting?.from).toMatchObject([{ source: { via: "individual" }, rights: 1 }]);
    const billing = async (id: string, ...roles: string[]) =>
      (await ask("legal", [id], ...roles)).map(({ people }) => people[0]?.billing ?? null);
    const all = ["REMOVED", "ADMINISTRATOR", "COLLABORATOR", "EXTERNAL"];
    expect(await billing(withBilling, ...all)).toEqual(["loss", null, null, "loss"]);
    expect(await billing(collaborator, ...all)).toEqual([null, "gain", null, null]);
    expect(await billing(administrator, ...all)).toEqual(["loss", null, "loss", "loss"]);
  });

  it("by several, whoever loses something first, and then by name", async () => {
    const { somebody, collaborator, withBilling, external } = house.members;
    await asOwner(`UPDATE "Resource" SET "sharedRights" = 0 WHERE "organizationId" = $1`, [house.id]);
    const [removed] = await ask("legal", [somebody, withBilling, external, collaborator], "REMOVED");
    expect(removed?.people.map(({ name }) => name)).toEqual([
      ...["collaborator of reach", "external of reach", "withBilling of reach"],
    ]);
  });

  it("is counted, not named, for a partner who sees the teams and not the products", async () => {
    const agency = await buildAgency("limited", house.id, "LIMITED");
    const limited = await signedIn(agency.legal, house.slug);
    const { cases } = await whatIf.execute(limited, {
      ids: [house.members.collaborator],
      afterwards: ["REMOVED"],
    });
    expect(cases[0]?.people[0]).toMatchObject({ losses: 3, effects: [], teams: ["Web"] });
  });
});
