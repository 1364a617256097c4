import { beforeEach, describe, expect, it } from "vitest";
import { removeMembers } from "@/lib/domain/organizations/commands/removeMembers";
import { createTeam } from "@/lib/domain/teams/commands/createTeam";
import { draftTeam } from "@/lib/domain/teams/commands/draftTeam";
import { InvalidInput, NotFound } from "@/lib/kernel/failures";
import { asOwner } from "../../support/database";
import { insertTeamDraft } from "../../support/houses";
import { failureOf, refusal } from "../../support/refusal";
import { sealsOf } from "../../support/seals";
import { buildTeamStage, entries, grantsOf, membersOf, type TeamStage } from "../../support/teams";

/** A new team, from its draft to its record (TEAM-1, TEAM-2). */

let house: TeamStage["house"];
let administrator: TeamStage["administrator"];
let effects: TeamStage["effects"];

beforeEach(async () => {
  ({ house, administrator, effects } = await buildTeamStage());
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
    await removeMembers.execute(administrator, {
      id: [house.members.external],
      seal: await sealsOf(house.id, [house.members.external]),
    });
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
