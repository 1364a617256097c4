import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { createTeam } from "@/lib/domain/teams/commands/createTeam";
import { draftTeam } from "@/lib/domain/teams/commands/draftTeam";
import { listToGive } from "@/lib/domain/teams/queries/listToGive";
import { listToJoin } from "@/lib/domain/teams/queries/listToJoin";
import { showTeam } from "@/lib/domain/teams/queries/showTeam";
import { showTeamDraft } from "@/lib/domain/teams/queries/showTeamDraft";
import { showToSet } from "@/lib/domain/teams/queries/showToSet";
import { teamEffects } from "@/lib/domain/teams/queries/teamEffects";
import { InvalidInput, NotFound, type Refused } from "@/lib/kernel/failures";
import type { Caller } from "@/lib/pipeline/caller";
import { insertResource } from "@/prisma/stage";
import { signedIn } from "../../support/cast";
import { asOwner } from "../../support/database";
import { buildHouse, type House, insertTeamDraft } from "../../support/houses";
import { failureOf, refusal } from "../../support/refusal";

/** "New team", step by step: who is chosen, who leads, and everything that a step refuses (TEAM-1 to TEAM-3). */

let house: House;
let administrator: Caller;
let draft: string;

beforeEach(async () => {
  house = await buildHouse("draft");
  administrator = await signedIn(house.people.administrator, house.slug);
  draft = await begin();
});

const begin = (of: Partial<Parameters<typeof insertTeamDraft>[0]> = {}) =>
  insertTeamDraft({
    ...{ organizationId: house.id, userId: house.people.administrator },
    members: [house.members.somebody, house.members.external],
    ...of,
  });
const step = (name: string, answer: object, of = draft) =>
  draftTeam.execute(administrator, { step: name, draft: of, ...answer });
const kept = async () => (await showTeamDraft.execute(administrator, { draft })).answers;
const leadersOf = async (team: string) =>
  (await showTeam.execute(administrator, { id: team })).leaders.map(({ name }) => name);

/** As many more members as told. */
const crowd = (count: number) =>
  asOwner(
    `WITH people AS (
       INSERT INTO "User" ("id", "email", "firstName", "lastName", "locale", "passwordHash")
       SELECT gen_random_uuid(), 'crowd' || n || '@crowd.example', 'Crowd', 'Person ' || n, u."locale", u."passwordHash"
       FROM generate_series(1, $2::int) n, "User" u WHERE u."id" = $3 RETURNING "id")
     INSERT INTO "Membership" ("id", "organizationId", "userId", "role", "billingRight")
     SELECT gen_random_uuid(), $1, "id", 'COLLABORATOR', false FROM people`,
    [house.id, count, house.people.legal],
  );

describe("leaders (TEAM-1)", () => {
  it("are chosen among those chosen, kept, and made with the team, on record", async () => {
    await step("leaders", { leaders: [house.members.external] });
    expect((await kept()).leaders).toEqual([house.members.external]);
    const { id } = await createTeam.execute(administrator, { draft });
    expect(await leadersOf(id)).toEqual(["external of draft"]);
    const led = await asOwner(
      `SELECT "subjectName" AS "who", "before", "after" FROM "AuditEntry" WHERE "action" = 'team.led'`,
    );
    expect(led).toEqual([
      { who: "external of draft", before: { leads: null }, after: { leads: `Team ${draft}` } },
    ]);
  });

  it("are refused beside the field where they are not among those chosen, and nothing is kept", async () => {
    await step("leaders", { leaders: [house.members.external] });
    const wrong = step("leaders", { leaders: [house.members.somebody, house.members.collaborator] });
    expect(await failureOf(wrong)).toMatchObject({
      words: ["leader_is_no_member"],
      field: "leaders",
      about: "collaborator of draft",
    } satisfies Partial<Refused>);
    expect((await kept()).leaders).toEqual([house.members.external]);
  });

  it("are as many as wanted, or none", async () => {
    await step("leaders", { leaders: [house.members.external, house.members.somebody] });
    expect((await kept()).leaders).toHaveLength(2);
    await step("leaders", {});
    expect((await kept()).leaders).toEqual([]);
    const { id } = await createTeam.execute(administrator, { draft });
    expect(await leadersOf(id)).toEqual([]);
  });

  it("are no longer leaders once they are taken out again", async () => {
    await step("leaders", { leaders: [house.members.external] });
    await step("members", { shown: [house.members.external] });
    await step("members", { id: [house.members.external] });
    expect((await kept()).leaders).toEqual([]);
  });

  it("who left meanwhile lead nothing", async () => {
    await step("leaders", { leaders: [house.members.external] });
    await asOwner(`UPDATE "Membership" SET "endedAt" = now() WHERE "id" = $1`, [house.members.external]);
    const { id } = await createTeam.execute(administrator, { draft });
    expect(await leadersOf(id)).toEqual([]);
  });

  it("of a draft that was begun before there were any are none", async () => {
    await asOwner(`UPDATE "TeamDraft" SET "answers" = "answers" - 'leaders'`);
    expect((await kept()).leaders).toEqual([]);
  });
});

describe("who is ticked on a page of the step", () => {
  it("is chosen, who is not is not any more, and who stood on another page stays", async () => {
    const { somebody, external, legal } = house.members;
    await step("members", { shown: [somebody, legal], id: [legal] });
    expect((await kept()).members).toEqual([external, legal]);
    await step("members", { shown: [external, legal] });
    expect((await kept()).members).toEqual([]);
  });

  it("and left the organization before the page was sent is named in the last step", async () => {
    await step("members", { shown: [house.members.former], id: [house.members.former] });
    await asOwner(`UPDATE "Membership" SET "endedAt" = now() WHERE "id" = $1`, [house.members.external]);
    const { people, gone } = await showTeamDraft.execute(administrator, { draft });
    expect(people.map(({ name }) => name)).toEqual(["somebody of draft"]);
    expect(gone.map(({ name }) => name).sort()).toEqual(["external of draft", "former of draft"]);
  });
});

it("what was chosen and ended since is named in the last step", async () => {
  const { folder, mailbox } = house.resources;
  const of = await begin({ access: [folder, mailbox].map((on) => ({ on, rights: 1 })) });
  await asOwner(`UPDATE "Resource" SET "endedAt" = now() WHERE "id" = $1`, [folder]);
  const { access, gone } = await showTeamDraft.execute(administrator, { draft: of });
  expect([access.length, gone.map(({ name }) => name)]).toEqual([1, ["Plans"]]);
});

describe("everybody whom the search finds (TEAM-3)", () => {
  it("are chosen at once, also those on further pages, beside those chosen already", async () => {
    await crowd(60);
    const shown = await listToJoin.execute(administrator, { table: { q: "crowd" } });
    expect([shown.total, shown.lines.length]).toEqual([60, 25]);
    await step("members", { all: "1", q: " crowd " });
    expect((await kept()).members).toHaveLength(62);
  });

  it("are five hundred at most, and it is said", async () => {
    await crowd(501);
    const everybody = { change: "add", team: house.teams.web, ids: [], all: true, q: "crowd" };
    const effects = await teamEffects.execute(administrator, everybody);
    expect([effects.items.length, effects.isCut]).toEqual([500, true]);
    const some = await teamEffects.execute(administrator, { ...everybody, q: "person 50" });
    expect([some.items.length, some.isCut]).toEqual([3, false]);
  });

  it("more than five hundred at once are refused", async () => {
    const ids = Array.from({ length: 501 }, () => randomUUID());
    expect(await failureOf(step("members", { id: ids }))).toBeInstanceOf(InvalidInput);
  });
});

describe("everything that the list of things matches", () => {
  it("is set at once but for what was given, of the tab that is shown", async () => {
    const given = { ...{ team: house.teams.web, on: [], all: true }, table: { show: "products" } };
    const { objects, isCut } = await showToSet.execute(administrator, given);
    expect([objects.map(({ name }) => name), isCut]).toEqual([
      ["suite of draft", "ticketing of draft", "web-hosting of draft"],
      false,
    ]);
    const folders = await showToSet.execute(administrator, { ...given, table: { show: "folders" } });
    expect(folders.objects).toEqual([]);
    const found = await showToSet.execute(administrator, {
      ...given,
      table: { show: "products", q: "hosting" },
    });
    expect(found.objects.map(({ name }) => name)).toEqual(["web-hosting of draft"]);
    // Beside what is ticked, in whichever list, and each once.
    const { mailbox } = house.resources;
    const both = await showToSet.execute(administrator, {
      ...{ ...given, on: [mailbox, house.products.hosting] },
      table: { show: "products", q: "hosting" },
    });
    expect(both.objects.map(({ on }) => on).sort()).toEqual([mailbox, house.products.hosting].sort());
  });

  it("is twenty at most, and it is said", async () => {
    await asOwner(
      `INSERT INTO "Resource" ("id", "organizationId", "subscriptionId", "type", "name", "createdAt")
       SELECT gen_random_uuid(), $1, $2, 'CHANNEL', 'channel ' || n, now() FROM generate_series(1, 21) n`,
      [house.id, house.products.chat],
    );
    const given = { team: house.teams.web, on: [], all: true };
    const table = { show: "channels", q: "channel " };
    const many = await showToSet.execute(administrator, { ...given, table });
    expect([many.objects.length, many.isCut]).toEqual([20, true]);
  });
});

describe("what is ticked to be reached (TEAM-2)", () => {
  const toSet = async () =>
    (await showToSet.execute(administrator, { draft })).objects.map(({ on }) => on).sort();
  const listed = async (table: object) => {
    const { ticked, lines } = await listToGive.execute(administrator, { draft, table });
    return { ticked: ticked.map(({ on }) => on).sort(), lines: lines.map(({ name }) => name) };
  };

  it("is kept until it has its rights, in whichever list it stands", async () => {
    const { mailbox, folder } = house.resources;
    await step("ticks", { id: [mailbox, folder] });
    expect((await listed({ show: "channels" })).ticked).toEqual([mailbox, folder].sort());
    expect(await toSet()).toEqual([mailbox, folder].sort());
    await step("ticks", { id: [folder] });
    expect(await toSet()).toEqual([folder]);
    await step("access", { on: [folder], access: [`${folder}~read`] });
    expect([(await kept()).ticked, await toSet()]).toEqual([[], []]);
  });

  it("stays ticked without a right on the way to another step, and what has one is kept", async () => {
    const { mailbox, folder } = house.resources;
    await step("ticks", { id: [mailbox, folder] });
    await step("access", { on: [mailbox, folder], access: [`${folder}~read`], go: "members" });
    const { access, withoutRights } = await showTeamDraft.execute(administrator, { draft });
    expect([access, withoutRights].map((all) => all.map(({ on }) => on))).toEqual([[folder], [mailbox]]);
  });

  it("is everything that the list finds, beside what is ticked in another one", async () => {
    const { folder } = house.resources;
    await step("ticks", { id: [folder], all: "1", q: "Hosting", show: "products" });
    expect(await toSet()).toEqual([folder, house.products.hosting].sort());
  });

  it("is listed in the order asked for", async () => {
    const names = (await listed({ show: "products" })).lines;
    expect((await listed({ show: "products", sort: "-name" })).lines).toEqual([...names].reverse());
    for (const name of ["zero", "atelier", "minor"])
      await insertResource(asOwner, {
        ...{ organizationId: house.id, subscriptionId: house.products.chat, type: "CHANNEL", name },
        sharedRights: 0,
      });
    // Those in the same product are in order too.
    expect((await listed({ show: "channels", sort: "inside" })).lines).toEqual([
      ...["atelier", "general", "minor", "zero"],
    ]);
  });
});

describe("what a step refuses", () => {
  it("things that are chosen without a right: nothing vanishes unsaid (TEAM-2)", async () => {
    const { mailbox, folder } = house.resources;
    const choose = (access: string[]) => step("access", { on: [mailbox, folder], access });
    expect(await refusal(choose([`${mailbox}~read`]))).toEqual(["choose_what_is_given"]);
    expect((await kept()).access).toEqual([]);
    // The same right on several is one value of the form.
    await choose([`${mailbox}~read,${folder}~read`]);
    expect((await kept()).access.map(({ on }) => on).sort()).toEqual([mailbox, folder].sort());
    await step("access", { on: [folder] });
    expect((await kept()).access.map(({ on }) => on)).toEqual([mailbox]);
  });

  it("members who never were there (TEAM-3)", async () => {
    const away = await buildHouse("away");
    for (const id of [away.members.somebody, randomUUID()])
      expect(await refusal(step("members", { id: [id] }))).toEqual(["person_no_longer_here"]);
  });

  it.each<[string, (at: House) => [string, string], string]>([
    [
      "a right that the kind lacks (USR-14)",
      ({ products: { hosting } }) => [hosting, "sale"],
      "right_not_of_this_kind",
    ],
    ["a part of a suite (PROD-4)", ({ products: { mail } }) => [mail, "technical"], "given_on_its_suite"],
    ["no access by name (TEAM-4)", ({ resources: { folder } }) => [folder, "none"], "none_is_for_one_person"],
  ])("access that cannot be given: %s", async (_, input, word) => {
    const [on, right] = input(house);
    expect(await refusal(step("access", { on: [on], access: [`${on}~${right}`] }))).toEqual([word]);
    expect((await kept()).access).toEqual([]);
  });

  it("two levels at once, and something beside what is not there (TEAM-2)", async () => {
    const { folder } = house.resources;
    const both = step("access", { on: [folder], access: [`${folder}~read`, `${folder}~write`] });
    expect(await refusal(both)).toEqual(["only_one_level"]);
    const gone = step("access", { on: [folder, randomUUID()], access: [`${folder}~read`] });
    expect(await refusal(gone)).toEqual(["no_longer_there"]);
  });

  it("steps of somebody else's draft, whichever", async () => {
    const other = await begin({ userId: house.people.legal });
    const { folder } = house.resources;
    for (const [name, answer] of [
      ["ticks", { id: [folder] }],
      ["access", { on: [folder], access: [`${folder}~read`] }],
      ["members", { id: [house.members.somebody] }],
      ["leaders", { leaders: [house.members.somebody] }],
    ] as const)
      expect(await failureOf(step(name, answer, other)), name).toBeInstanceOf(NotFound);
  });

  it("a team whose rights no longer fit what they are on (PROD-4, USR-14)", async () => {
    const { mail, hosting } = house.products;
    const part = await begin({ access: [{ on: mail, rights: 1 }] });
    expect(await refusal(createTeam.execute(administrator, { draft: part }))).toEqual(["given_on_its_suite"]);
    const lacking = await begin({ access: [{ on: hosting, rights: 8 }] });
    expect(await refusal(createTeam.execute(administrator, { draft: lacking }))).toEqual([
      "right_not_of_this_kind",
    ]);
  });
});
