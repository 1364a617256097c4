import { beforeEach, describe, expect, it } from "vitest";
import { rightsFrom } from "@/lib/access/families";
import { removeMembers } from "@/lib/domain/organizations/commands/removeMembers";
import { addTeamMembers } from "@/lib/domain/teams/commands/addTeamMembers";
import { chooseLeaders } from "@/lib/domain/teams/commands/chooseLeaders";
import { createTeam } from "@/lib/domain/teams/commands/createTeam";
import { draftTeam } from "@/lib/domain/teams/commands/draftTeam";
import { editTeam } from "@/lib/domain/teams/commands/editTeam";
import { endTeam } from "@/lib/domain/teams/commands/endTeam";
import { removeTeamMembers } from "@/lib/domain/teams/commands/removeTeamMembers";
import { setTeamAccess } from "@/lib/domain/teams/commands/setTeamAccess";
import { listTeamAccess } from "@/lib/domain/teams/queries/listTeamAccess";
import { listTeamMembers } from "@/lib/domain/teams/queries/listTeamMembers";
import { listTeams } from "@/lib/domain/teams/queries/listTeams";
import { listToGive } from "@/lib/domain/teams/queries/listToGive";
import { listToJoin } from "@/lib/domain/teams/queries/listToJoin";
import { showTeam } from "@/lib/domain/teams/queries/showTeam";
import { teamEffects } from "@/lib/domain/teams/queries/teamEffects";
import { teamsOfUser } from "@/lib/domain/teams/queries/teamsOfUser";
import { Denied, InvalidInput, NotFound } from "@/lib/kernel/failures";
import type { Caller } from "@/lib/pipeline/caller";
import { insertGrant } from "@/prisma/stage";
import { signedIn } from "../../support/cast";
import { asOwner } from "../../support/database";
import { buildAgency, buildHouse, type House, insertTeamDraft } from "../../support/houses";
import { failureOf, refusal } from "../../support/refusal";

/** Work teams (TEAM-1 to TEAM-3, TEAM-6): rows, record, what a change does before it is made, and all that is refused. */

let house: House;
let administrator: Caller;

beforeEach(async () => {
  house = await buildHouse("nord");
  administrator = await signedIn(house.people.administrator, house.slug);
});

const membersOf = async (team: string) =>
  (
    await asOwner<{ id: string }>(
      `SELECT "membershipId" AS "id" FROM "TeamMember" WHERE "teamId" = $1 ORDER BY "joinedAt", 1`,
      [team],
    )
  ).map(({ id }) => id);
const grantsOf = (team: string) =>
  asOwner<{ on: string; rights: number }>(
    `SELECT coalesce("subscriptionId"::text, "resourceId"::text, "kindKey") AS "on", "rights"
     FROM "AccessGrant" WHERE "teamId" = $1 ORDER BY 1`,
    [team],
  );
const entries = () =>
  asOwner(
    `SELECT "action", "subjectName" AS "subject", "before", "after" FROM "AuditEntry" WHERE "requestId" <> 'staged' ORDER BY "id"`,
  );
const set = (on: string[], access: string[], version = 1, team = house.teams.web) =>
  setTeamAccess.execute(administrator, { team, version, on, access });
/** As the team is shown at this moment. */
const shown = async () => {
  const team = house.teams.web;
  const [row] = await asOwner<{ version: number }>(`SELECT "version" FROM "Team" WHERE "id" = $1`, [team]);
  return { team, version: row?.version };
};
const add = async (...id: string[]) => addTeamMembers.execute(administrator, { ...(await shown()), id });
const remove = async (...id: string[]) =>
  removeTeamMembers.execute(administrator, { ...(await shown()), id });
const effects = (asked: object) => teamEffects.execute(administrator, { team: house.teams.web, ...asked });

describe("who manages teams (TEAM-6)", () => {
  const make = async (userId: string, name: string) => {
    const draft = await insertTeamDraft({ organizationId: house.id, userId, name });
    return createTeam.execute(await signedIn(userId, house.slug), { draft });
  };

  it("are legal representatives, administrators, and a partner with full access", async () => {
    const agency = await buildAgency("full", house.id, "FULL");
    for (const userId of [house.people.legal, house.people.administrator, agency.legal])
      expect((await make(userId, `Team of ${userId}`)).id).toBeTruthy();
  });

  it("is nobody else, whatever they reach", async () => {
    await asOwner(`UPDATE "TeamMember" SET "isLeader" = true WHERE "membershipId" = $1`, [
      house.members.collaborator,
    ]);
    for (const who of ["withBilling", "collaborator", "external"] as const) {
      const caller = await signedIn(house.people[who], house.slug);
      const team = { team: house.teams.web, version: 1, id: [house.members.somebody] };
      for (const attempt of [
        () => make(house.people[who], "Mine"),
        () => addTeamMembers.execute(caller, team),
        () => endTeam.execute(caller, team),
      ])
        expect(await failureOf(attempt())).toBeInstanceOf(Denied);
    }
  });
});

describe("a new team (TEAM-1, TEAM-2)", () => {
  it("is drafted step by step and made at once: name, access, members, record", async () => {
    const draft = "0195b0c0-0000-7000-8000-000000000001";
    const { hosting } = house.products;
    const { mailbox } = house.resources;
    await draftTeam.execute(administrator, { step: "name", draft, name: " Shop ", colour: "TEAL" });
    await draftTeam.execute(administrator, {
      step: "access",
      draft,
      on: [hosting, mailbox],
      access: [`${hosting}~technical`, `${hosting}~statistics`, `${mailbox}~read`],
    });
    await draftTeam.execute(administrator, {
      step: "members",
      draft,
      id: [house.members.somebody, house.members.external, house.members.former],
    });
    expect(await entries()).toEqual([]);
    const shown = await effects({ change: "create", draft });
    expect(shown.summary).toEqual({ gainers: 2, gains: 4, losers: 0, losses: 0 });

    const { id, size } = await createTeam.execute(administrator, { draft });
    expect(size).toEqual({ members: 2, accesses: 2 });
    expect(await membersOf(id)).toEqual([house.members.somebody, house.members.external].sort());
    expect(await grantsOf(id)).toEqual(
      [
        { on: hosting, rights: 3 },
        { on: mailbox, rights: 1 },
      ].sort((one, other) => one.on.localeCompare(other.on)),
    );
    const recorded = await entries();
    expect(recorded[0]).toMatchObject({ action: "team.created", subject: "Shop", after: { colour: "TEAL" } });
    expect(recorded.slice(1)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          action: "access.given",
          subject: "Shop",
          after: expect.objectContaining({ rights: "PRODUCT technical statistics" }),
        }),
        expect.objectContaining({
          action: "team.joined",
          subject: "external of nord",
          after: { team: "Shop" },
        }),
      ]),
    );
    expect(recorded).toHaveLength(5);
    // Sent twice it is made once.
    expect(await createTeam.execute(administrator, { draft })).toEqual({ id, size: null });
  });

  it("is not made of what left or ended in the meantime, and is made of the rest", async () => {
    const draft = await insertTeamDraft({
      organizationId: house.id,
      userId: house.people.administrator,
      access: [
        { on: house.products.hosting, rights: 1 },
        { on: house.resources.folder, rights: 3 },
      ],
      members: [house.members.somebody, house.members.external],
    });
    await asOwner(`UPDATE "Resource" SET "endedAt" = now() WHERE "id" = $1`, [house.resources.folder]);
    await removeMembers.execute(administrator, { id: [house.members.external], version: ["1"] });
    const { id } = await createTeam.execute(administrator, { draft });
    expect(await membersOf(id)).toEqual([house.members.somebody]);
    expect(await grantsOf(id)).toEqual([{ on: house.products.hosting, rights: 1 }]);
  });

  it("is refused with a name that another team has, whatever its case", async () => {
    const draft = "0195b0c0-0000-7000-8000-000000000002";
    const name = draftTeam.execute(administrator, { step: "name", draft, name: "wEB", colour: "TEAL" });
    expect(await refusal(name)).toEqual(["team_name_taken"]);
    const own = { organizationId: house.id, userId: house.people.administrator };
    const made = createTeam.execute(administrator, { draft: await insertTeamDraft({ ...own, name: "WEB" }) });
    expect(await refusal(made)).toEqual(["team_name_taken"]);
    const unnamed = createTeam.execute(administrator, { draft: await insertTeamDraft({ ...own, name: "" }) });
    expect(await refusal(unnamed)).toEqual(["choose_a_name_first"]);
  });

  it("takes no name of 129 characters, and no unknown colour", async () => {
    const step = { step: "name", draft: "0195b0c0-0000-7000-8000-000000000003" };
    for (const wrong of [
      { name: "x".repeat(129), colour: "TEAL" },
      { name: "Shop", colour: "MAUVE" },
    ])
      expect(await failureOf(draftTeam.execute(administrator, { ...step, ...wrong }))).toBeInstanceOf(
        InvalidInput,
      );
  });

  it("is nobody else's to draft", async () => {
    const other = await insertTeamDraft({ organizationId: house.id, userId: house.people.legal });
    expect(await failureOf(createTeam.execute(administrator, { draft: other }))).toBeInstanceOf(NotFound);
    const taken = draftTeam.execute(administrator, {
      step: "name",
      draft: other,
      name: "Shop",
      colour: "RED",
    });
    expect(await failureOf(taken)).toBeInstanceOf(NotFound);
  });
});

describe("people in a team (TEAM-2, TEAM-3)", () => {
  it("join several at once, externals too, each with a result of their own", async () => {
    const { somebody, external, former, withBilling } = house.members;
    const { items } = await add(somebody, external, former, withBilling);
    expect(items.map(({ refusals }) => refusals)).toEqual([
      [],
      ["already_in_team"],
      ["person_no_longer_here"],
      [],
    ]);
    // Whoever left meanwhile is named too where it is said who was not added.
    expect(items.map(({ name }) => name)).toContain("former of nord");
    expect(await membersOf(house.teams.web)).toHaveLength(4);
    expect(await entries()).toEqual(
      expect.arrayContaining([
        { action: "team.joined", subject: "somebody of nord", before: null, after: { team: "Web" } },
      ]),
    );
  });

  it("are refused where nobody can join: former members, strangers, those who are in", async () => {
    expect(await failureOf(add(house.members.former))).toMatchObject({
      words: ["person_no_longer_here"],
      about: "former of nord",
    });
    expect(await refusal(add(house.members.external))).toEqual(["already_in_team"]);
    const away = await buildHouse("away");
    expect(await refusal(add(away.members.somebody))).toEqual(["person_no_longer_here"]);
  });

  it("leave, and who was not in it is told so", async () => {
    const { items } = await remove(house.members.collaborator, house.members.somebody);
    expect(items.map(({ refusals }) => refusals)).toEqual([[], ["not_in_team"]]);
    expect(await membersOf(house.teams.web)).toEqual([house.members.external]);
    expect(await refusal(remove(house.members.collaborator, house.members.former))).toEqual(["not_in_team"]);
  });

  it("reach at once what the team reaches, and no longer once they left (TEAM-2, USR-11)", async () => {
    await set([house.products.ticketing], [`${house.products.ticketing}~check`]);
    const before = await effects({ change: "add", ids: [house.members.somebody] });
    expect(before.people).toMatchObject([
      { name: "somebody of nord", gains: [{ name: "Plans", after: 3 }, { after: 4 }] },
    ]);
    await add(house.members.somebody);
    const after = await effects({ change: "remove", ids: [house.members.somebody] });
    expect(after.summary).toEqual({ gainers: 0, gains: 0, losers: 1, losses: 2 });
    const events = await asOwner<{ kind: string }>(
      `SELECT "kind" FROM "ProvisioningEvent" WHERE "kind" = 'team.joined'`,
    );
    expect(events.length).toBeGreaterThan(0);
  });

  it("gain nothing where their own access wins, or where they have as much: both are named (TEAM-4)", async () => {
    const { somebody, administrator: boss } = house.members;
    const { hosting } = house.products;
    await set([hosting], [`${hosting}~technical`]);
    await insertGrant(asOwner, {
      organizationId: house.id,
      by: { userId: house.people.legal, name: "legal" },
      to: { membershipId: somebody },
      on: { resourceId: house.resources.folder },
      rights: 1,
    });
    const { people, kept } = await effects({ change: "add", ids: [somebody, boss] });
    expect(people.map(({ id, gains }) => [id, gains.map(({ name }) => name)]).sort()).toEqual(
      [
        [somebody, ["web-hosting of nord"]],
        [boss, ["Plans"]],
      ].sort(),
    );
    expect(kept.map(({ id, name, reason, rights, on }) => [id, name, reason, rights, on]).sort()).toEqual(
      [
        [somebody, "somebody of nord", "individual", 1, ["Plans"]],
        [boss, "administrator of nord", "already", 3, ["web-hosting of nord"]],
      ].sort(),
    );
  });

  it("lead it only while they are in it (TEAM-1)", async () => {
    const lead = (id: string, leads: string) =>
      chooseLeaders.execute(administrator, { team: house.teams.web, id, leads });
    await lead(house.members.external, "yes");
    expect(await refusal(lead(house.members.external, "yes"))).toEqual(["nothing_to_change"]);
    expect(await failureOf(lead(house.members.somebody, "yes"))).toMatchObject({
      words: ["leader_is_no_member"],
      about: "somebody of nord",
    });
    expect(await failureOf(lead(house.members.former, "yes"))).toMatchObject({ about: "former of nord" });
    await lead(house.members.collaborator, "no");
    const { leaders } = await showTeam.execute(administrator, { id: house.teams.web });
    expect(leaders.map(({ name }) => name)).toEqual(["external of nord"]);
    await remove(house.members.external);
    await add(house.members.external);
    expect((await showTeam.execute(administrator, { id: house.teams.web })).leaders).toEqual([]);
  });
});

describe("what a team reaches (TEAM-2, USR-14)", () => {
  it("is set together: products with rights, all of a kind, a mailbox's flags, a folder's level", async () => {
    const { hosting } = house.products;
    const { mailbox, folder, channel } = house.resources;
    await set(
      [hosting, "ticketing", mailbox, folder, channel],
      [
        `${hosting}~technical`,
        "ticketing~check",
        "ticketing~sale",
        `${mailbox}~read`,
        `${mailbox}~rules`,
        `${channel}~admin`,
      ],
    );
    const expected = [
      { on: hosting, rights: rightsFrom("PRODUCT", ["technical"]) },
      { on: "ticketing", rights: rightsFrom("PRODUCT", ["check", "sale"]) },
      { on: mailbox, rights: rightsFrom("MAILBOX", ["read", "rules"]) },
      { on: channel, rights: rightsFrom("CHANNEL", ["admin"]) },
    ];
    expect((await grantsOf(house.teams.web)).sort((a, b) => a.on.localeCompare(b.on))).toEqual(
      expected.sort((a, b) => a.on.localeCompare(b.on)),
    );
    expect(await entries()).toEqual(
      expect.arrayContaining([
        {
          action: "access.withdrawn",
          subject: "Web",
          before: { object: "Plans", product: "suite-drive of nord", rights: "FOLDER write" },
          after: null,
        },
      ]),
    );
  });

  it("is chosen with a right: what is new and has none is refused, and so is its effect", async () => {
    const { mailbox, channel, folder } = house.resources;
    const asked = { on: [mailbox, channel], access: [`${channel}~admin`] };
    expect(await refusal(set(asked.on, asked.access))).toEqual(["choose_what_is_given"]);
    const { items } = await effects({ change: "access", ...asked });
    expect(
      items.filter(({ refusals }) => refusals.length > 0).map(({ id, refusals }) => [id, refusals]),
    ).toEqual([[mailbox, ["choose_what_is_given"]]]);
    // What it has is taken away so.
    await set([folder, channel], asked.access);
    expect((await grantsOf(house.teams.web)).map(({ on }) => on)).toEqual([channel]);
  });

  it("is changed in place, and who changed it stands beside it", async () => {
    const { folder } = house.resources;
    await set([folder], [`${folder}~manage`]);
    const rows = await asOwner(
      `SELECT "id", "rights", "grantedByName" FROM "AccessGrant" WHERE "teamId" = $1`,
      [house.teams.web],
    );
    expect(rows).toEqual([{ id: house.grants.folder, rights: 7, grantedByName: "administrator of nord" }]);
  });

  it.each<[string, (at: House) => [on: string[], access: string[]], string]>([
    [
      "a right that the kind lacks",
      ({ products: { hosting } }) => [[hosting], [`${hosting}~sale`]],
      "right_not_of_this_kind",
    ],
    [
      "a part of a suite (PROD-4)",
      ({ products: { mail } }) => [[mail], [`${mail}~technical`]],
      "given_on_its_suite",
    ],
    [
      "all of a kind that only comes in suites",
      () => [["suite-mail"], ["suite-mail~technical"]],
      "given_on_its_suite",
    ],
    [
      "no access by name",
      ({ resources: { folder } }) => [[folder], [`${folder}~none`]],
      "none_is_for_one_person",
    ],
    [
      "two levels at once",
      ({ resources: { folder } }) => [[folder], [`${folder}~read`, `${folder}~write`]],
      "only_one_level",
    ],
    [
      "what it has already",
      ({ resources: { folder } }) => [[folder], [`${folder}~write`]],
      "nothing_to_change",
    ],
    [
      "something beside what is not there",
      ({ resources: { folder } }) => [[folder, "nothing"], [`${folder}~read`]],
      "no_longer_there",
    ],
  ])("is refused: %s", async (_, input, word) => {
    const [on, access] = input(house);
    expect(await refusal(set(on, access))).toEqual([word]);
  });

  it("is refused on a product that has ended, and from an older state", async () => {
    const { hosting } = house.products;
    expect(await refusal(set([hosting], [`${hosting}~technical`], 7))).toEqual(["effect_changed"]);
    await asOwner(`UPDATE "Subscription" SET "endedAt" = now() WHERE "id" = $1`, [hosting]);
    expect(await failureOf(set([hosting], [`${hosting}~technical`]))).toBeInstanceOf(NotFound);
  });

  it("shows who gains and who loses, before it is set (TEAM-2)", async () => {
    const { folder, mailbox } = house.resources;
    const shown = await effects({
      change: "access",
      on: [folder, mailbox],
      access: [`${folder}~read`, `${mailbox}~read`],
    });
    expect(shown.summary).toEqual({ gainers: 2, gains: 2, losers: 2, losses: 2 });
    expect(shown.people[0]?.losses).toMatchObject([{ name: "Plans", before: 3, after: 1 }]);
  });
});

describe("a team's name, colour and description (TEAM-1)", () => {
  const edit = (names: object, version = 1) =>
    editTeam.execute(administrator, {
      team: house.teams.web,
      version,
      name: "Web",
      colour: "BLUE",
      ...names,
    });

  it("change, with before and after on record", async () => {
    await edit({ name: "Web and print", description: "Pictures" });
    expect(await entries()).toEqual([
      {
        action: "team.edited",
        subject: "Web and print",
        before: { name: "Web", colour: "BLUE", description: "" },
        after: { name: "Web and print", colour: "BLUE", description: "Pictures" },
      },
    ]);
  });

  it("may only change in case", async () => {
    await edit({ name: "WEB" });
    expect((await showTeam.execute(administrator, { id: house.teams.web })).team.name).toBe("WEB");
  });

  it("are refused: another team's name, nothing new, an older state", async () => {
    expect(await refusal(edit({ name: "OTHER" }))).toEqual(["team_name_taken"]);
    expect(await refusal(edit({}))).toEqual(["nothing_to_change"]);
    expect(await refusal(edit({ colour: "RED" }, 2))).toEqual(["changed_meanwhile"]);
  });
});

describe("deleting a team (TEAM-2)", () => {
  const end = (seal?: string, team = house.teams.web) =>
    endTeam.execute(administrator, { team, version: 1, ...(seal ? { seal } : {}) });

  it("is refused while it is in use and nobody saw what is lost; then everything goes at once", async () => {
    expect(await refusal(end())).toEqual(["look_at_the_effect_first"]);
    const { seal, summary } = await effects({ change: "end" });
    expect(summary).toEqual({ gainers: 0, gains: 0, losers: 2, losses: 2 });
    await end(seal);
    expect(await membersOf(house.teams.web)).toEqual([]);
    expect(await grantsOf(house.teams.web)).toEqual([]);
    expect(await entries()).toEqual([
      { action: "team.ended", subject: "Web", before: { members: 2, resources: 1 }, after: null },
    ]);
    expect(await failureOf(end(seal))).toBeInstanceOf(NotFound);
    expect(await failureOf(add(house.members.somebody))).toBeInstanceOf(NotFound);
  });

  it("is refused when it would take something else by now", async () => {
    const { seal } = await effects({ change: "end" });
    await add(house.members.somebody);
    expect(await refusal(end(seal))).toEqual(["effect_changed"]);
  });

  it("leaves the name to another team", async () => {
    await end(undefined, house.teams.other);
    await editTeam.execute(administrator, {
      team: house.teams.web,
      version: 1,
      name: "Other",
      colour: "BLUE",
    });
  });

  it("of one that nobody uses asks for nothing", async () => {
    await end(undefined, house.teams.other);
    expect((await listTeams.execute(administrator, { table: {} })).lines.map(({ name }) => name)).toEqual([
      "Web",
    ]);
  });
});

describe("the lists", () => {
  it("show teams with their leaders and sizes, found by name", async () => {
    const { lines, total } = await listTeams.execute(administrator, { table: { sort: "-members" } });
    expect(total).toBe(2);
    expect(lines).toMatchObject([
      {
        name: "Web",
        colour: "BLUE",
        leaders: ["collaborator of nord"],
        leading: 1,
        members: 2,
        resources: 1,
      },
      { name: "Other", colour: "RED", leaders: [], leading: 0, members: 0, resources: 0 },
    ]);
    expect((await listTeams.execute(administrator, { table: { q: "othe" } })).lines).toHaveLength(1);
    const without = { table: {}, without: house.members.collaborator };
    expect((await listTeams.execute(administrator, without)).lines.map(({ name }) => name)).toEqual([
      "Other",
    ]);
  });

  it("show who is in a team, who could join, what it reaches and what it could", async () => {
    const at = { id: house.teams.web, table: {} };
    expect((await listTeamMembers.execute(administrator, at)).lines).toMatchObject([
      { name: "collaborator of nord", isLeader: true },
      { name: "external of nord", isLeader: false, role: "EXTERNAL" },
    ]);
    expect((await listTeamAccess.execute(administrator, at)).lines).toMatchObject([
      { name: "Plans", rights: 3 },
    ]);
    const open = { team: house.teams.web, table: { q: "SOME" } };
    expect((await listToJoin.execute(administrator, open)).lines.map(({ name }) => name)).toEqual([
      "somebody of nord",
    ]);
    const give = await listToGive.execute(administrator, { team: house.teams.web, table: {} });
    // Neither the parts of the suite nor what it has already.
    expect(give.lines.map(({ name }) => name)).toEqual([
      "suite of nord",
      "ticketing of nord",
      "web-hosting of nord",
    ]);
    const ticked = await listToGive.execute(administrator, {
      ...{ team: house.teams.web, table: { show: "folders" } },
      on: [house.products.hosting, house.products.mail, house.resources.folder],
    });
    expect(ticked.ticked.map(({ name }) => name)).toEqual(["web-hosting of nord"]);
    expect(give.counts).toMatchObject({ products: 3, mailboxes: 1, folders: 0, channels: 1, shared: 1 });
    const mine = await teamsOfUser.execute(administrator, { id: house.members.collaborator });
    expect(mine.teams).toMatchObject([{ name: "Web", isLeader: true }]);
  });
});
