import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { leaveOrganization } from "@/lib/domain/organizations/commands/leaveOrganization";
import { listOrganizations } from "@/lib/domain/organizations/queries/listOrganizations";
import { overview } from "@/lib/domain/organizations/queries/overview";
import { shell } from "@/lib/domain/organizations/queries/shell";
import { Denied, NotFound, Refused } from "@/lib/kernel/failures";
import { insertGrant, insertMember, insertResource, insertSubscription, type World } from "@/prisma/stage";
import { onStage, signedIn } from "../../support/cast";
import { asOwner } from "../../support/database";
import { buildHouse, type House } from "../../support/houses";

/** Leaving an organization by oneself (ORG-7, ORG-8). */

let world: World;
beforeEach(async () => {
  world = await onStage();
});

const atelier = () => world.organizations.atelier;
const leave = async (who: keyof World["people"], slug = atelier().slug) =>
  leaveOrganization.execute(await signedIn(world.people[who], slug), {});
const places = async (who: keyof World["people"]) =>
  (await listOrganizations.execute(await signedIn(world.people[who]), {})).organizations;

describe("a collaborator leaves", () => {
  it("at once and with every trace that is needed", async () => {
    const jonas = await signedIn(world.people.jonas, atelier().slug);
    await expect(leaveOrganization.execute(jonas, {})).resolves.toEqual({ name: "Atelier Nord SA" });

    await expect(overview.execute(jonas, {})).rejects.toBeInstanceOf(NotFound);
    expect(
      await asOwner(
        `SELECT "endedAt" IS NOT NULL AS "ended", "endedById" FROM "Membership" WHERE "id" = $1`,
        [atelier().members.jonas],
      ),
    ).toEqual([{ ended: true, endedById: world.people.jonas }]);
    expect(
      await asOwner(`SELECT "members", "externals" FROM "Organization" WHERE "id" = $1`, [atelier().id]),
    ).toEqual([{ members: 3, externals: 1 }]);
    expect(
      await asOwner(
        `SELECT "action", "actorName", "subjectName", "before"->>'role' AS "role" FROM "AuditEntry"`,
      ),
    ).toEqual([
      { action: "member.left", actorName: "Jonas Weber", subjectName: "Jonas Weber", role: "COLLABORATOR" },
    ]);
    expect(await asOwner(`SELECT "template", "toAddress" FROM "OutboxMail"`)).toEqual([
      { template: "memberLeft", toAddress: "claire@atelier-nord.example" },
    ]);
  });

  it("and keeps the other organizations", async () => {
    await leave("claire", world.organizations.lumiere.slug);
    expect((await places("claire")).map((place) => place.slug)).toEqual([
      "atelier-nord-sa",
      "claire-fontaine",
    ]);
  });

  it("once, also when the form is sent twice", async () => {
    const caller = await signedIn(world.people.jonas, atelier().slug);
    const form = { userId: world.people.jonas, key: randomUUID() };
    const answers = [
      await leaveOrganization.execute({ ...caller, form }, {}),
      await leaveOrganization.execute({ ...caller, form }, {}),
    ];
    expect(answers).toEqual([{ name: "Atelier Nord SA" }, { name: "Atelier Nord SA" }]);
    expect(await asOwner(`SELECT 1 FROM "AuditEntry"`)).toHaveLength(1);
  });

  it("and somebody else's key opens nothing", async () => {
    const form = { userId: null, key: randomUUID() };
    await leaveOrganization.execute({ ...(await signedIn(world.people.jonas, atelier().slug)), form }, {});
    const stranger = { ...(await signedIn(world.people.victor, atelier().slug)), form };
    await expect(leaveOrganization.execute(stranger, {})).rejects.toBeInstanceOf(NotFound);
  });
});

describe("staying is told with its reason, on the page and by the command alike (ORG-8)", () => {
  const refusalOf = async (who: keyof World["people"], slug: string) => {
    const shown = (await places(who)).find((place) => place.slug === slug)?.refusals;
    const failure: unknown = await leave(who, slug).catch((reason: unknown) => reason);
    expect(failure).toBeInstanceOf(Refused);
    expect((failure as Refused).words).toEqual(shown);
    expect(await asOwner(`SELECT 1 FROM "AuditEntry"`)).toEqual([]);
    return shown;
  };

  it("the last legal representative", async () =>
    expect(await refusalOf("claire", atelier().slug)).toEqual(["last_legal_representative"]));

  it("the last user", async () =>
    expect(await refusalOf("victor", "victor-dumas")).toEqual(["last_user", "last_legal_representative"]));

  it("the only legal representative who gets the reminders", async () => {
    const second = await insertMember(asOwner, {
      organizationId: atelier().id,
      userId: world.people.victor,
      role: "LEGAL_REPRESENTATIVE",
    });
    await asOwner(`UPDATE "Membership" SET "remindersByEmail" = false WHERE "id" = $1`, [second]);
    expect(await refusalOf("claire", atelier().slug)).toEqual(["keeps_receiving_reminders"]);
    await expect(leave("victor")).resolves.toBeTruthy();
  });
});

describe("what ties somebody to the organization keeps them in it, on the page and by the command alike (ORG-8)", () => {
  let house: House;
  beforeEach(async () => {
    house = await buildHouse("tied");
  });
  const refusalOf = async (who: "collaborator" | "external" | "withBilling" | "administrator") => {
    const caller = await signedIn(house.people[who]);
    const [place] = (await listOrganizations.execute(caller, {})).organizations;
    const failure: unknown = await leaveOrganization
      .execute({ ...caller, organization: house.slug }, {})
      .then(() => new Refused([]))
      .catch((reason: unknown) => reason);
    expect((failure as Refused).words).toEqual(place?.refusals);
    return place?.refusals;
  };
  const give = (membershipId: string, resourceId: string, rights: number) =>
    insertGrant(asOwner, {
      organizationId: house.id,
      by: { userId: house.people.legal, name: "legal" },
      to: { membershipId },
      on: { resourceId },
      rights,
    });

  it("a folder of the suite that a team gives", async () =>
    expect(await refusalOf("external")).toEqual(["belongs_to_suite"]));

  it("a mailbox of the suite that was given individually", async () => {
    await give(house.members.withBilling, house.resources.mailbox, 1);
    expect(await refusalOf("withBilling")).toEqual(["belongs_to_suite"]);
  });

  it("but not what is kept from them, and not the calendar that everybody has", async () => {
    await give(house.members.external, house.resources.folder, 0);
    expect(await refusalOf("external")).toEqual([]);
  });

  it("nor the right to manage the suite: managing is not using", async () => {
    await insertGrant(asOwner, {
      organizationId: house.id,
      by: { userId: house.people.legal, name: "legal" },
      to: { membershipId: house.members.withBilling },
      on: { subscriptionId: house.products.suite },
      rights: 1,
    });
    expect(await refusalOf("withBilling")).toEqual([]);
  });

  it("nor what is inside a product outside the suite", async () => {
    await asOwner(`UPDATE "Subscription" SET "partOfId" = NULL WHERE "id" = $1`, [house.products.drive]);
    expect(await refusalOf("external")).toEqual([]);
  });

  it("an address to sign in with that is one of its mailboxes, until the mailbox has ended", async () => {
    const mailbox = await insertResource(asOwner, {
      organizationId: house.id,
      subscriptionId: house.products.mail,
      type: "MAILBOX",
      name: "Administrator@tied.example",
    });
    expect(await refusalOf("administrator")).toEqual(["address_is_mailbox_here"]);
    await asOwner(`UPDATE "Resource" SET "endedAt" = now() WHERE "id" = $1`, [mailbox]);
    expect(await refusalOf("administrator")).toEqual([]);
  });
});

describe("the organization that holds the personal suite stands first (ORG-6)", () => {
  const shown = async (who: keyof World["people"]) => ({
    switcher: (await shell.execute(await signedIn(world.people[who], atelier().slug), {})).organizations.map(
      ({ slug }) => slug,
    ),
    account: (await places(who)).map(({ slug }) => slug),
  });

  it("in the switcher and among one's organizations, while it lives, and for nobody else", async () => {
    const slugs = (await shown("claire")).account;
    expect(await shown("claire")).toEqual({ switcher: slugs, account: slugs });
    await asOwner(
      `INSERT INTO "ProductKind" ("key", "family", "names", "position", "isPersonal") VALUES ('my-suite', 'suite', '{}', 0, true)`,
    );
    await asOwner(
      `INSERT INTO "Offer" ("kindKey", "key", "names", "position") VALUES ('my-suite', 'free', '{}', 0)`,
    );
    const last = world.organizations.lumiere;
    expect(slugs.indexOf(last.slug)).toBe(2);
    await insertSubscription(asOwner, {
      organizationId: last.id,
      kind: "my-suite",
      offer: "free",
      name: "my suite",
      personalOf: world.people.claire,
    });
    const first = [last.slug, ...slugs.filter((slug) => slug !== last.slug)];
    expect(await shown("claire")).toEqual({ switcher: first, account: first });
    expect((await shown("marco")).switcher[0]).toBe(atelier().slug);
    await asOwner(`UPDATE "Subscription" SET "endedAt" = now() WHERE "personalOfId" = $1`, [
      world.people.claire,
    ]);
    expect(await shown("claire")).toEqual({ switcher: slugs, account: slugs });
  });
});

describe("others", () => {
  it("a partner does not leave a client: the partnership is ended instead", async () =>
    expect(leave("sofia")).rejects.toBeInstanceOf(Denied));

  it("a stranger finds nothing to leave", async () =>
    expect(leave("victor")).rejects.toBeInstanceOf(NotFound));

  it("of two legal representatives who leave at the same instant, one stays (USR-5)", async () => {
    await insertMember(asOwner, {
      organizationId: atelier().id,
      userId: world.people.victor,
      role: "LEGAL_REPRESENTATIVE",
    });
    const both = await Promise.allSettled([leave("claire"), leave("victor")]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(
      await asOwner(`SELECT "legalRepresentatives" FROM "Organization" WHERE "id" = $1`, [atelier().id]),
    ).toEqual([{ legalRepresentatives: 1 }]);
  });
});

describe("the clients in one's list (ORG-6, PART-15)", () => {
  const clients = async (who: keyof World["people"]) =>
    (await listOrganizations.execute(await signedIn(world.people[who]), {})).clients;

  it("say through which partner, and with which access", async () =>
    expect(await clients("sofia")).toEqual([
      { slug: "atelier-nord-sa", name: "Atelier Nord SA", partner: "Agence Boréale", access: "LIMITED" },
      { slug: "studio-lumiere-sarl", name: "Studio Lumière Sàrl", partner: "Agence Boréale", access: "FULL" },
    ]));

  it("are none for a collaborator of the partner, and for everybody else", async () => {
    expect(await clients("tomas")).toEqual([]);
    expect(await clients("claire")).toEqual([]);
  });

  it("do not name twice what one belongs to, nor what has ended", async () => {
    await insertMember(asOwner, {
      organizationId: atelier().id,
      userId: world.people.sofia,
      role: "EXTERNAL",
    });
    expect((await clients("sofia")).map(({ slug }) => slug)).toEqual(["studio-lumiere-sarl"]);
    await asOwner(`UPDATE "Partnership" SET "endedAt" = now()`);
    expect(await clients("sofia")).toEqual([]);
  });
});
