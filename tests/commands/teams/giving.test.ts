import { beforeEach, describe, expect, it } from "vitest";
import { rightsFrom } from "@/lib/access/families";
import { NotFound } from "@/lib/kernel/failures";
import { asOwner } from "../../support/database";
import type { House } from "../../support/houses";
import { failureOf, refusal } from "../../support/refusal";
import { buildTeamStage, entries, grantsOf, type TeamStage } from "../../support/teams";

/** What a team reaches (TEAM-2, USR-14). */

let house: TeamStage["house"];
let set: TeamStage["set"];
let effects: TeamStage["effects"];

beforeEach(async () => {
  ({ house, set, effects } = await buildTeamStage());
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
