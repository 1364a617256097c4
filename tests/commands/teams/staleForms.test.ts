import { beforeEach, describe, expect, it } from "vitest";
import { removeMembers } from "@/lib/domain/organizations/commands/removeMembers";
import { changeAccess } from "@/lib/domain/products/commands/changeAccess";
import { endResource } from "@/lib/domain/products/commands/endResource";
import { giveAccess } from "@/lib/domain/products/commands/giveAccess";
import { withdrawAccess } from "@/lib/domain/products/commands/withdrawAccess";
import { previewAccess } from "@/lib/domain/products/queries/previewAccess";
import { addTeamMembers } from "@/lib/domain/teams/commands/addTeamMembers";
import { createTeam } from "@/lib/domain/teams/commands/createTeam";
import { draftTeam } from "@/lib/domain/teams/commands/draftTeam";
import { endTeam } from "@/lib/domain/teams/commands/endTeam";
import { removeTeamMembers } from "@/lib/domain/teams/commands/removeTeamMembers";
import { setTeamAccess } from "@/lib/domain/teams/commands/setTeamAccess";
import { showTeam } from "@/lib/domain/teams/queries/showTeam";
import { teamEffects } from "@/lib/domain/teams/queries/teamEffects";
import type { Caller } from "@/lib/pipeline/caller";
import { signedIn } from "../../support/cast";
import { asOwner } from "../../support/database";
import { buildHouse, type House, insertTeamDraft } from "../../support/houses";
import { refusal } from "../../support/refusal";

/** What a form showed of a team is what saving it does, whichever page the team was given something on meanwhile (TEAM-2). */

let house: House;
let administrator: Caller;

beforeEach(async () => {
  house = await buildHouse("stale");
  administrator = await signedIn(house.people.administrator, house.slug);
});

const look = async () => (await showTeam.execute(administrator, { id: house.teams.web })).team.version;
const set = (version: number, on: string, ...words: string[]) =>
  setTeamAccess.execute(administrator, {
    team: house.teams.web,
    version,
    on: [on],
    access: words.map((word) => `${on}~${word}`),
  });

/** What is done meanwhile on the pages of products. */
const MEANWHILE: Record<string, () => Promise<unknown>> = {
  "is given something on a product's page": () =>
    giveAccess.execute(administrator, {
      holder: `team:${house.teams.web}`,
      on: `product:${house.products.hosting}`,
      rights: ["statistics"],
    }),
  "is given other rights there": () =>
    changeAccess.execute(administrator, { id: house.grants.folder, seen: 3, rights: ["read"] }),
  "loses what it had there": () =>
    withdrawAccess.execute(administrator, { id: house.grants.folder, seen: 3 }),
  "is joined by somebody": async () =>
    addTeamMembers.execute(administrator, {
      ...{ team: house.teams.web, version: await look() },
      id: [house.members.somebody],
    }),
  "is left by somebody": async () =>
    removeTeamMembers.execute(administrator, {
      ...{ team: house.teams.web, version: await look() },
      id: [house.members.external],
    }),
  "loses somebody who leaves the organization": () =>
    removeMembers.execute(administrator, { id: [house.members.external], seal: [house.seals.external] }),
  "loses a folder that ends": () =>
    endResource.execute(administrator, {
      product: house.products.drive,
      resource: house.resources.folder,
      version: 1,
    }),
};

describe.each(Object.keys(MEANWHILE))("while a team %s", (word) => {
  const meanwhile = () => MEANWHILE[word]?.();

  it("a form that sets its access is stale, and a new one is not", async () => {
    const version = await look();
    await meanwhile();
    const { hosting } = house.products;
    expect(await refusal(set(version, hosting, "technical"))).toEqual(["effect_changed"]);
    await set(await look(), hosting, "technical");
  });

  it("a form that adds somebody is stale, and a new one is not", async () => {
    const join = (version: number) =>
      addTeamMembers.execute(administrator, {
        ...{ team: house.teams.web, version },
        id: [house.members.withBilling],
      });
    const version = await look();
    await meanwhile();
    expect(await refusal(join(version))).toEqual(["effect_changed"]);
    await join(await look());
  });

  it("a form that removes somebody is stale, and a new one is not", async () => {
    const leave = (version: number) =>
      removeTeamMembers.execute(administrator, {
        ...{ team: house.teams.web, version },
        id: [house.members.collaborator],
      });
    const version = await look();
    await meanwhile();
    expect(await refusal(leave(version))).toEqual(["effect_changed"]);
    await leave(await look());
  });

  it("a form that deletes it is stale, even where as many lose as many", async () => {
    const { team, seal } = await teamEffects.execute(administrator, {
      change: "end",
      team: house.teams.web,
    });
    await meanwhile();
    const end = endTeam.execute(administrator, { team: house.teams.web, version: team?.version, seal });
    expect(await refusal(end)).toEqual(["effect_changed"]);
  });
});

it("a form of another team, and one about people, stay as they are", async () => {
  const version = await look();
  await giveAccess.execute(administrator, {
    holder: `team:${house.teams.other}`,
    on: `product:${house.products.hosting}`,
    rights: ["statistics"],
  });
  await giveAccess.execute(administrator, {
    holder: `member:${house.members.somebody}`,
    on: `product:${house.products.hosting}`,
    rights: ["statistics"],
  });
  expect(await look()).toBe(version);
});

it("saving a form makes the same form in another tab stale", async () => {
  const version = await look();
  await set(version, house.resources.folder, "read");
  expect(await refusal(set(version, house.resources.folder, "manage"))).toEqual(["effect_changed"]);
});

describe("what people have otherwise counts too: it changes what the team gives and takes", () => {
  const giveAlone = (who: string) =>
    giveAccess.execute(administrator, {
      ...{ holder: `member:${who}`, on: `resource:${house.resources.folder}` },
      rights: ["read"],
    });
  const seen = async (change: object) => {
    const { team, seal } = await teamEffects.execute(administrator, { team: house.teams.web, ...change });
    return { team: house.teams.web, version: team?.version, seal };
  };

  it("somebody who is to join gets it by themselves", async () => {
    const { somebody } = house.members;
    const preview = () => seen({ change: "add", ids: [somebody] });
    const old = await preview();
    await giveAlone(somebody);
    const join = (shown: object) => addTeamMembers.execute(administrator, { ...shown, id: [somebody] });
    expect(await refusal(join(old))).toEqual(["effect_changed"]);
    await join(await preview());
  });

  it("somebody who is to be taken out gets it by themselves", async () => {
    const { external } = house.members;
    const preview = () => seen({ change: "remove", ids: [external] });
    const old = await preview();
    await giveAlone(external);
    const leave = (shown: object) => removeTeamMembers.execute(administrator, { ...shown, id: [external] });
    expect(await refusal(leave(old))).toEqual(["effect_changed"]);
    await leave(await preview());
  });

  it("somebody in the team gets it by themselves, before its access changes or it is deleted", async () => {
    const { folder } = house.resources;
    const settings = { on: [folder], access: [`${folder}~manage`] };
    const [set, end] = [() => seen({ change: "access", ...settings }), () => seen({ change: "end" })];
    const [oldSet, oldEnd] = [await set(), await end()];
    await giveAlone(house.members.external);
    expect(await refusal(setTeamAccess.execute(administrator, { ...oldSet, ...settings }))).toEqual([
      "effect_changed",
    ]);
    expect(await refusal(endTeam.execute(administrator, oldEnd))).toEqual(["effect_changed"]);
    await setTeamAccess.execute(administrator, { ...(await set()), ...settings });
    await endTeam.execute(administrator, await end());
  });
});

describe("access that a team is given on a product's page", () => {
  const join = async () =>
    addTeamMembers.execute(administrator, {
      ...{ team: house.teams.web, version: await look() },
      id: [house.members.somebody],
    });
  const leave = async () =>
    removeTeamMembers.execute(administrator, {
      ...{ team: house.teams.web, version: await look() },
      id: [house.members.somebody],
    });
  const acts = {
    give: () => {
      const wish = { holder: `team:${house.teams.web}`, on: `product:${house.products.hosting}` };
      return { wish: { act: "give", ...wish, rights: ["statistics"] }, run: giveAccess, input: wish };
    },
    change: () => {
      const id = house.grants.folder;
      return { wish: { act: "change", id, rights: ["read"] }, run: changeAccess, input: { id, seen: 3 } };
    },
    withdraw: () => {
      const id = house.grants.folder;
      return { wish: { act: "withdraw", id }, run: withdrawAccess, input: { id, seen: 3 } };
    },
  };

  it.each(["give", "change", "withdraw"] as const)(
    "%s: what was shown is done, who joins or leaves in between is noticed",
    async (word) => {
      const { wish, run, input } = acts[word]();
      const preview = async () => (await previewAccess.execute(administrator, wish)).seal;
      const act = (seal: string) =>
        run.execute(administrator, { ...input, seal, rights: "rights" in wish ? wish.rights : [] });
      const old = await preview();
      await join();
      const withOneMore = await preview();
      expect(await refusal(act(old))).toEqual(["effect_changed"]);
      await leave();
      expect(await refusal(act(withOneMore))).toEqual(["effect_changed"]);
      await act(await preview());
    },
  );
});

describe("the last step of a new team", () => {
  const draft = () =>
    insertTeamDraft({
      ...{ organizationId: house.id, userId: house.people.administrator },
      access: [{ on: house.resources.folder, rights: 1 }],
      members: [house.members.somebody, house.members.withBilling],
    });
  const look = async (id: string) =>
    (await teamEffects.execute(administrator, { change: "create", draft: id })).seal;
  const answer = (id: string, step: object) => draftTeam.execute(administrator, { draft: id, ...step });
  const CHANGES: Record<string, (id: string) => Promise<unknown>> = {
    "another name": (id) => answer(id, { step: "name", name: "Something else", colour: "GREEN" }),
    "one more access": (id) =>
      answer(id, {
        ...{ step: "access", on: [house.products.hosting] },
        access: [`${house.products.hosting}~statistics`],
      }),
    "other people": (id) => answer(id, { step: "members", shown: [house.members.somebody] }),
    "a leader": (id) => answer(id, { step: "leaders", leaders: [house.members.somebody] }),
    "somebody who left the organization": () =>
      removeMembers.execute(administrator, { id: [house.members.somebody], seal: [house.seals.somebody] }),
    "a folder that ended": () =>
      endResource.execute(administrator, {
        ...{ product: house.products.drive, resource: house.resources.folder },
        version: 1,
      }),
  };

  it.each(Object.keys(CHANGES))("makes what it showed, or nothing: %s", async (word) => {
    const id = await draft();
    const seal = await look(id);
    await CHANGES[word]?.(id);
    expect(await refusal(createTeam.execute(administrator, { draft: id, seal }))).toEqual(["effect_changed"]);
    expect(await asOwner(`SELECT 1 FROM "Team" WHERE "organizationId" = $1`, [house.id])).toHaveLength(2);
    await createTeam.execute(administrator, { draft: id, seal: await look(id) });
  });
});
