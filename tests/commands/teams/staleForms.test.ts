import { beforeEach, describe, expect, it } from "vitest";
import { changeAccess } from "@/lib/domain/products/commands/changeAccess";
import { endResource } from "@/lib/domain/products/commands/endResource";
import { giveAccess } from "@/lib/domain/products/commands/giveAccess";
import { withdrawAccess } from "@/lib/domain/products/commands/withdrawAccess";
import { endTeam } from "@/lib/domain/teams/commands/endTeam";
import { setTeamAccess } from "@/lib/domain/teams/commands/setTeamAccess";
import { showTeam } from "@/lib/domain/teams/queries/showTeam";
import { teamEffects } from "@/lib/domain/teams/queries/teamEffects";
import type { Caller } from "@/lib/pipeline/caller";
import { signedIn } from "../../support/cast";
import { buildHouse, type House } from "../../support/houses";
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
    expect(await refusal(set(version, hosting, "technical"))).toEqual(["changed_meanwhile"]);
    await set(await look(), hosting, "technical");
  });

  it("a form that deletes it is stale, even where as many lose as many", async () => {
    const { team, seal } = await teamEffects.execute(administrator, {
      change: "end",
      team: house.teams.web,
    });
    await meanwhile();
    const end = endTeam.execute(administrator, { team: house.teams.web, version: team?.version, seen: seal });
    expect(await refusal(end)).toEqual(["changed_meanwhile"]);
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
  expect(await refusal(set(version, house.resources.folder, "manage"))).toEqual(["changed_meanwhile"]);
});
