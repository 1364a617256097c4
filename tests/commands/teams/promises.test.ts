import { beforeEach, describe, expect, it } from "vitest";
import { acceptInvitation } from "@/lib/domain/organizations/commands/acceptInvitation";
import { draftChoices } from "@/lib/domain/organizations/commands/draftChoices";
import { joinAsNewcomer } from "@/lib/domain/organizations/commands/joinAsNewcomer";
import { refuseInvitation } from "@/lib/domain/organizations/commands/refuseInvitation";
import { resendInvitations } from "@/lib/domain/organizations/commands/resendInvitations";
import { revokeInvitations } from "@/lib/domain/organizations/commands/revokeInvitations";
import { listUsers } from "@/lib/domain/organizations/queries/listUsers";
import { showInvitation } from "@/lib/domain/organizations/queries/showInvitation";
import { draftProducts } from "@/lib/domain/teams/commands/draftProducts";
import { draftTeams } from "@/lib/domain/teams/commands/draftTeams";
import { inviteUsers } from "@/lib/domain/teams/commands/inviteUsers";
import { draftAccess } from "@/lib/domain/teams/queries/draftAccess";
import { draftEffect } from "@/lib/domain/teams/queries/draftEffect";
import { myReach } from "@/lib/domain/teams/queries/myReach";
import { type RecordedChange, tellChange } from "@/lib/i18n/activity";
import { translator } from "@/lib/i18n/translator";
import { Denied, InvalidInput } from "@/lib/kernel/failures";
import type { Caller } from "@/lib/pipeline/caller";
import { insertGrant, insertSubscription, insertTeam } from "@/prisma/stage";
import { anonymous, signedIn } from "../../support/cast";
import { asOwner } from "../../support/database";
import { buildAgency, buildHouse, type DraftKind, type House, insertDraft } from "../../support/houses";
import { failureOf, refusal } from "../../support/refusal";

/** An invitation carries products and teams; accepting gives them, ending it gives nothing (USR-8, USR-14, TEAM-2). */

let house: House;
let legal: Caller;
beforeEach(async () => {
  house = await buildHouse("promise");
  legal = await signedIn(house.people.legal, house.slug);
});

const EMAIL = "nora@elsewhere.example";
const begin = (kind: DraftKind = "collaborator", emails = [EMAIL]) =>
  insertDraft({ organizationId: house.id, userId: house.people.legal, kind, emails });

/** Goes through the two steps and sends; gives the token of the mail's link. */
async function invite(of: { emails?: string[]; kind?: DraftKind; rights?: string[]; teams?: string[] } = {}) {
  const draft = await begin(of.kind, of.emails);
  const {
    rights = [`product:${house.products.hosting}:technical`, "kind:ticketing:sale", "kind:ticketing:check"],
  } = of;
  await draftProducts.execute(legal, { draft, rights });
  await draftTeams.execute(legal, { draft, teams: of.teams ?? [house.teams.web] });
  await inviteUsers.execute(legal, { draft });
  const [mail] = await asOwner<{ text: string }>(
    `SELECT "text" FROM "OutboxMail" WHERE "template" = 'invitation' ORDER BY "id" DESC LIMIT 1`,
  );
  return { draft, mail: mail?.text ?? "", token: /\/invite\/([^\s/]+)/.exec(mail?.text ?? "")?.[1] ?? "" };
}

/** What hangs on invitations to the newcomer. */
const carried = async () =>
  asOwner<{ what: string }>(
    `SELECT coalesce(s."name", g."kindKey") || ' ' || g."rights" AS "what" FROM "AccessGrant" g
     JOIN "Invitation" i ON i."id" = g."invitationId" LEFT JOIN "Subscription" s ON s."id" = g."subscriptionId"
     WHERE i."email" = $1
     UNION ALL
     SELECT 'team ' || t."name" FROM "InvitationTeam" x JOIN "Invitation" i ON i."id" = x."invitationId"
     JOIN "Team" t ON t."id" = x."teamId" WHERE i."email" = $1 ORDER BY 1`,
    [EMAIL],
  ).then((rows) => rows.map(({ what }) => what));

const EVERYTHING = ["team Web", "ticketing 12", "web-hosting of promise 1"];
const person = {
  firstName: "Nora",
  lastName: "New",
  password: "slow boats over 7 quiet rivers",
  locale: "en",
  terms: "on",
};

describe("a pending invitation carries what was chosen", () => {
  it("says it in the mail, on its page, in the list and in the record", async () => {
    const { mail, token } = await invite();
    expect(await carried()).toEqual(EVERYTHING);
    expect(mail).toMatch(
      /Access to web-hosting of promise \(Manage\); ticketing: all, including future ones \(Check tickets, Sell tickets\)\. A place in the team Web\./i,
    );
    const { promised } = await showInvitation.execute(anonymous(), { token });
    expect([promised.things.map(({ rights }) => rights), promised.teams]).toEqual([[1, 12], ["Web"]]);
    const { lines } = await listUsers.execute(legal, { show: "invitations" });
    const line = lines.find(({ email }) => email === EMAIL);
    expect(line?.promised).toEqual(promised);
    const [entry] = await asOwner<RecordedChange>(
      `SELECT * FROM "AuditEntry" WHERE "action" = 'invitation.sent'`,
    );
    const told = (locale: "en" | "fr") => entry && tellChange(entry, translator(locale), locale).details;
    expect(told("en")).toContain(
      "Products: web-hosting of promise (Manage); Ticketing: all, including future ones (Check tickets, Sell tickets)",
    );
    expect(told("en")).toContain("Teams: Web");
    // In the language of whoever reads it, whoever wrote it.
    expect(told("fr")?.join()).toMatch(/Billetterie.*Contrôle des billets, Vente des billets/);
  });

  it("is nobody's access yet: no back end is told", async () => {
    await asOwner(`DELETE FROM "ProvisioningEvent"`);
    await invite();
    expect(await asOwner(`SELECT 1 FROM "ProvisioningEvent"`)).toEqual([]);
  });

  it("for each of several addresses", async () => {
    await invite({ emails: [EMAIL, "otto@elsewhere.example", "ida@elsewhere.example"] });
    const rows = await asOwner(
      `SELECT count(*)::int AS "grants" FROM "AccessGrant" WHERE "invitationId" IS NOT NULL GROUP BY "invitationId"`,
    );
    expect(rows).toEqual([{ grants: 2 }, { grants: 2 }, { grants: 2 }]);
  });

  it("is kept when it is sent again, and the new mail says it too", async () => {
    await invite();
    const [invitation] = await asOwner<{ id: string }>(`SELECT "id" FROM "Invitation" WHERE "email" = $1`, [
      EMAIL,
    ]);
    await resendInvitations.execute(legal, { id: [invitation?.id] });
    expect(await carried()).toEqual(EVERYTHING);
    const mails = await asOwner<{ text: string }>(`SELECT "text" FROM "OutboxMail" WHERE "toAddress" = $1`, [
      EMAIL,
    ]);
    expect(mails.map(({ text }) => text.includes("A place in the team Web."))).toEqual([true, true]);
  });
});

describe("accepting gives everything at once", () => {
  const expectEverything = async (caller: Caller) => {
    const { products, teams } = await myReach.execute(caller, {});
    expect(products.map(({ name, rights }) => [name, rights])).toEqual([
      ["web-hosting of promise", 1],
      ["suite of promise", 0],
      ["suite-drive of promise", 0],
      ["ticketing of promise", 12],
    ]);
    expect(teams.map(({ name }) => name)).toEqual(["Web"]);
    expect(await carried()).toEqual([]);
  };

  it("to a newcomer, who opens the products with the same click", async () => {
    const { token } = await invite();
    await joinAsNewcomer.execute(anonymous(), { token, ...person });
    const [user] = await asOwner<{ id: string }>(`SELECT "id" FROM "User" WHERE "email" = $1`, [EMAIL]);
    await expectEverything(await signedIn(user?.id ?? "", house.slug));
  });

  it("and the back end is told now", async () => {
    const { token } = await invite();
    await asOwner(`DELETE FROM "ProvisioningEvent"`);
    await joinAsNewcomer.execute(anonymous(), { token, ...person });
    const events = await asOwner<{ kind: string }>(`SELECT "kind" FROM "ProvisioningEvent" ORDER BY "kind"`);
    expect(events.map(({ kind }) => kind)).toEqual(["access.granted", "access.granted", "team.joined"]);
  });

  it("to somebody who has an account and once left", async () => {
    const { token } = await invite({ emails: ["former@promise.example"] });
    await acceptInvitation.execute(await signedIn(house.people.former), { token });
    await expectEverything(await signedIn(house.people.former, house.slug));
  });

  it("but not a team that was deleted, nor a product that ended, in the meantime", async () => {
    const { token } = await invite();
    await asOwner(`UPDATE "Team" SET "endedAt" = now() WHERE "id" = $1`, [house.teams.web]);
    await asOwner(`UPDATE "Subscription" SET "endedAt" = now() WHERE "id" = $1`, [house.products.hosting]);
    await joinAsNewcomer.execute(anonymous(), { token, ...person });
    const [user] = await asOwner<{ id: string }>(`SELECT "id" FROM "User" WHERE "email" = $1`, [EMAIL]);
    const { products, teams } = await myReach.execute(await signedIn(user?.id ?? "", house.slug), {});
    expect([products.map(({ name }) => name), teams]).toEqual([
      ["suite of promise", "ticketing of promise"],
      [],
    ]);
  });
});

describe("an invitation that ends otherwise leaves nothing behind", () => {
  it("revoked", async () => {
    await invite();
    const [invitation] = await asOwner<{ id: string }>(`SELECT "id" FROM "Invitation" WHERE "email" = $1`, [
      EMAIL,
    ]);
    await revokeInvitations.execute(legal, { id: [invitation?.id] });
    expect(await carried()).toEqual([]);
  });

  it("refused", async () => {
    const { token } = await invite();
    await refuseInvitation.execute(anonymous(), { token });
    expect(await carried()).toEqual([]);
  });

  it("expired: it gives nothing, and makes way for the next with what that one carries", async () => {
    const { token } = await invite();
    await asOwner(`UPDATE "Invitation" SET "expiresAt" = now() - interval '1 second' WHERE "email" = $1`, [
      EMAIL,
    ]);
    const late = joinAsNewcomer.execute(anonymous(), { token, ...person });
    expect(await refusal(late)).toEqual(["invitation_expired"]);
    await invite({ rights: [`product:${house.products.ticketing}:sale`], teams: [] });
    expect(await carried()).toEqual(["ticketing of promise 8"]);
  });
});

describe("among more products than a page holds", () => {
  const many = async () => {
    const ids: string[] = [];
    for (let n = 100; n < 220; n += 1)
      ids.push(
        await insertSubscription(asOwner, {
          organizationId: house.id,
          kind: "web-hosting",
          offer: "standard",
          name: `site-${n}.example`,
        }),
      );
    return ids;
  };
  const look = (draft: string, of: object = {}) => draftAccess.execute(legal, { draft, ...of });
  const shownOn = async (draft: string, of: object = {}) =>
    (await look(draft, of)).kinds.flatMap(({ key, products }) => [
      `kind:${key}`,
      ...products.map(({ id }) => `product:${id}`),
    ]);
  const chosenIn = async (draft: string) =>
    (await look(draft)).chosen.map(({ as, name, id, rights }) => [as === "kind" ? id : name, rights]);

  it("teams are found beyond the first page, and those chosen elsewhere are named on each (USR-8, TEAM-2)", async () => {
    for (let n = 100; n < 220; n += 1)
      await insertTeam(asOwner, { organizationId: house.id, name: `Crew ${n}` });
    const draft = await begin();
    const teams = async (of: object) => (await look(draft, { list: "teams", ...of })).teams;
    const [first, last] = [await teams({ page: 1 }), await teams({ page: 3 })];
    expect([first.total, first.pages, last.lines.at(-1)?.name]).toEqual([122, 3, "Web"]);
    const both = [first.lines[0]?.id, last.lines.at(-1)?.id];
    await draftTeams.execute(legal, { draft, teams: both });
    const found = await teams({ q: " WEB " });
    expect([found.lines.map(({ name }) => name), found.chosen.map(({ name }) => name)]).toEqual([
      ["Web"],
      ["Crew 100", "Web"],
    ]);
    expect((await teams({ q: "crew 21" })).total).toBe(10);
    // Turning over the teams leaves the products where they are.
    expect((await look(draft, { list: "teams", q: "crew" })).q).toBe("");
  });

  it("what is chosen on one page or in one search is kept on all others, and taken out on each (USR-8)", async () => {
    const [first = "", ...others] = await many();
    const last = others.at(-1) ?? "";
    const draft = await begin();
    expect(await look(draft)).toMatchObject({ page: 1, pages: 3, total: 123, elsewhere: [] });
    await draftProducts.execute(legal, {
      draft,
      shown: await shownOn(draft, { page: 1 }),
      rights: [`product:${first}:technical`],
    });
    await draftProducts.execute(legal, {
      draft,
      shown: await shownOn(draft, { page: 3 }),
      rights: [`product:${last}:statistics`, "kind:ticketing:sale"],
    });
    expect(await chosenIn(draft)).toEqual([
      ["site-100.example", 1],
      ["site-219.example", 2],
      ["ticketing", 8],
    ]);
    const found = await look(draft, { q: " SITE-1 " });
    expect([found.total, found.elsewhere.map(({ id }) => id)]).toEqual([100, [last, "ticketing"]]);

    // Sent from the search: what it showed and what it listed of other pages is as it says, the rest stays.
    await draftProducts.execute(legal, {
      draft,
      shown: [...(await shownOn(draft, { q: "site-1" })), `product:${last}`],
      rights: [`product:${first}:statistics`],
    });
    expect(await chosenIn(draft)).toEqual([
      ["site-100.example", 2],
      ["ticketing", 8],
    ]);
    await inviteUsers.execute(legal, { draft });
    expect(await carried()).toEqual(["site-100.example 2", "ticketing 8"]);
  });

  it("every product stands on one page, whatever is asked for", async () => {
    await many();
    const draft = await begin();
    const pages = await Promise.all([1, 2, 3].map((page) => shownOn(draft, { page })));
    const products = pages.flat().filter((one) => one.startsWith("product:"));
    expect([products.length, new Set(products).size]).toEqual([123, 123]);
    expect((await look(draft, { page: 99 })).page).toBe(3);
    for (const page of ["", "x", -1, "1e9"]) expect((await look(draft, { page })).page).toBe(1);
    for (const q of ["%", "_", "\\", "'"]) expect((await look(draft, { q })).total).toBe(0);
    expect(await look(draft, { q: "Billetterie" })).toMatchObject({ total: 1, hasProducts: true });
  });

  it("what has ended since is not kept where nobody could take it out", async () => {
    const draft = await begin();
    const { hosting } = house.products;
    await draftProducts.execute(legal, { draft, rights: [`product:${hosting}:technical`] });
    await asOwner(`UPDATE "Subscription" SET "endedAt" = now() WHERE "id" = $1`, [hosting]);
    await draftProducts.execute(legal, { draft, shown: ["kind:ticketing"], rights: [] });
    await inviteUsers.execute(legal, { draft });
    expect(await carried()).toEqual([]);
  });
});

describe("what cannot be promised", () => {
  const products = async (rights: unknown, kind?: DraftKind) =>
    draftProducts.execute(legal, { draft: await begin(kind), rights });

  it("a right that the kind does not have", async () =>
    expect(await refusal(products([`product:${house.products.hosting}:sale`]))).toEqual([
      "right_not_of_this_kind",
    ]));

  it("anything before the role is chosen, which decides what can be given (USR-8)", async () => {
    const draft = await begin();
    await asOwner(`UPDATE "InvitationDraft" SET "answers" = "answers" || '{"role":null}' WHERE "id" = $1`, [
      draft,
    ]);
    const rights = ["kind:ticketing:sale"];
    expect(await refusal(draftProducts.execute(legal, { draft, rights }))).toEqual(["choose_a_role_first"]);
    const teams = [house.teams.web];
    expect(await refusal(draftTeams.execute(legal, { draft, teams }))).toEqual(["choose_a_role_first"]);
  });

  it("a part of a suite (PROD-4)", async () =>
    expect(await refusal(products([`product:${house.products.mail}:technical`]))).toEqual([
      "chosen_product_is_gone",
    ]));

  it("products to somebody whose role has them all", async () =>
    expect(await refusal(products([`product:${house.products.hosting}:technical`], "administrator"))).toEqual(
      ["role_has_everything"],
    ));

  it("what another organization has", async () => {
    const other = await buildHouse("other");
    expect(await refusal(products([`product:${other.products.hosting}:technical`]))).toEqual([
      "chosen_product_is_gone",
    ]);
    const draft = await begin();
    expect(await refusal(draftTeams.execute(legal, { draft, teams: [other.teams.web] }))).toEqual([
      "chosen_team_is_gone",
    ]);
  });

  it.each(["nonsense", "product::technical", "resource:x:read", "kind:web-hosting:owner", "a".repeat(500)])(
    "%s",
    async (right) => expect(await failureOf(products([right]))).toBeInstanceOf(InvalidInput),
  );

  it("what ended between choosing and sending: nobody is invited, and what was chosen is still there", async () => {
    const draft = await begin();
    await draftTeams.execute(legal, { draft, teams: [house.teams.web] });
    await asOwner(`UPDATE "Team" SET "endedAt" = now() WHERE "id" = $1`, [house.teams.web]);
    expect(await refusal(inviteUsers.execute(legal, { draft }))).toEqual(["chosen_team_is_gone"]);
    expect(await asOwner(`SELECT 1 FROM "Invitation" WHERE "email" = $1`, [EMAIL])).toEqual([]);
  });

  it("products chosen before the role was raised: teams stay, products come by role", async () => {
    const draft = await begin();
    await draftProducts.execute(legal, { draft, rights: ["kind:ticketing:sale"] });
    await draftTeams.execute(legal, { draft, teams: [house.teams.web] });
    await draftChoices.execute(legal, { draft, step: "role", role: "ADMINISTRATOR" });
    await inviteUsers.execute(legal, { draft });
    expect(await carried()).toEqual(["team Web"]);
  });

  it("access by a partner with limited access: they are offered none, and may send none (PART-4)", async () => {
    const agency = await buildAgency("limited", house.id, "LIMITED");
    const limited = await signedIn(agency.legal, house.slug);
    const draft = await insertDraft({ organizationId: house.id, userId: agency.legal });
    expect(await draftAccess.execute(limited, { draft })).toMatchObject({
      ...{ hasProducts: false, kinds: [], chosen: [], elsewhere: [] },
      teams: {
        lines: [
          { name: "Other", mayChange: true },
          { name: "Web", mayChange: false },
        ],
      },
    });
    expect(await draftEffect.execute(limited, { draft })).toEqual({ gains: 1, lines: [] });
    expect(await failureOf(draftProducts.execute(limited, { draft, rights: [] }))).toBeInstanceOf(Denied);
    await asOwner(
      `UPDATE "InvitationDraft" SET "answers" = "answers" || '{"grants":[{"as":"kind","id":"ticketing","rights":8}]}' WHERE "id" = $1`,
      [draft],
    );
    expect(await failureOf(inviteUsers.execute(limited, { draft }))).toBeInstanceOf(Denied);
  });
});

describe("the last look says what accepting gives", () => {
  const gains = async (kind: DraftKind, rights: string[]) => {
    const draft = await begin(kind);
    await draftProducts.execute(legal, { draft, rights });
    await draftTeams.execute(legal, { draft, teams: [house.teams.web] });
    const effect = await draftEffect.execute(legal, { draft });
    return Object.fromEntries(effect.lines.map(({ name, after }) => [name, after]));
  };

  it("thing by thing, a kind by its products and a team by what it has (TEAM-2, USR-14)", async () => {
    const chosen = [`product:${house.products.hosting}:technical`, "kind:ticketing:sale"];
    expect(await gains("collaborator", chosen)).toEqual({
      "web-hosting of promise": 1,
      "ticketing of promise": 8,
      ...{ Plans: 3, Holidays: 1 },
    });
  });

  it("only what the role does not give already (USR-1)", async () => {
    await insertGrant(asOwner, {
      organizationId: house.id,
      by: { userId: house.people.legal, name: "legal" },
      to: { teamId: house.teams.web },
      on: { subscriptionId: house.products.hosting },
      rights: 1,
    });
    expect(await gains("administrator", [])).toEqual({ Plans: 3, Holidays: 1 });
  });

  it("what everybody inside shares where nothing was chosen, and nothing of it to an external (USR-2)", async () => {
    const inside = await draftEffect.execute(legal, { draft: await begin() });
    expect(inside).toMatchObject({ gains: 1, lines: [{ name: "Holidays", before: 0, after: 1 }] });
    const outside = await begin();
    await draftChoices.execute(legal, { draft: outside, step: "place", place: "external" });
    expect(await draftEffect.execute(legal, { draft: outside })).toEqual({ gains: 0, lines: [] });
  });
});
