import { beforeEach, describe, expect, it } from "vitest";
import { removeMembers } from "@/lib/domain/organizations/commands/removeMembers";
import { endResource } from "@/lib/domain/products/commands/endResource";
import { giveAccess } from "@/lib/domain/products/commands/giveAccess";
import { shareResource } from "@/lib/domain/products/commands/shareResource";
import { withdrawAccess } from "@/lib/domain/products/commands/withdrawAccess";
import { previewSharing } from "@/lib/domain/products/queries/previewSharing";
import { showResource } from "@/lib/domain/products/queries/showResource";
import { addTeamMembers } from "@/lib/domain/teams/commands/addTeamMembers";
import type { Caller } from "@/lib/pipeline/caller";
import { insertGrant } from "@/prisma/stage";
import { signedIn } from "../../support/cast";
import { asOwner } from "../../support/database";
import { buildHouse, type House } from "../../support/houses";
import { refusal } from "../../support/refusal";
import { SavedRows } from "../../support/savedRows";
import { sealsOf } from "../../support/seals";

/** Deleting a calendar, or sharing it otherwise, does to everybody what was shown, or nothing (PROD-1, USR-2). */

let house: House;
let legal: Caller;
let calendar: { product: string; resource: string };
let grants: Record<"external" | "web", string>;

beforeEach(async () => {
  house = await buildHouse("stale");
  legal = await signedIn(house.people.legal, house.slug);
  calendar = { product: house.products.suite, resource: house.resources.calendar };
  const grant = (to: { membershipId: string } | { teamId: string }) =>
    insertGrant(asOwner, {
      ...{ organizationId: house.id, by: { userId: house.people.legal, name: "legal" }, to, rights: 3 },
      on: { resourceId: house.resources.calendar },
    });
  grants = {
    external: await grant({ membershipId: house.members.external }),
    web: await grant({ teamId: house.teams.web }),
  };
  await asOwner(`UPDATE "Team" SET "version" = 1 WHERE "organizationId" = $1`, [house.id]);
});

/** Each act on the calendar: how its form is sealed, and what sending it does. */
const ACTS = {
  "deleting it": {
    look: async () =>
      (await showResource.execute(legal, { ...calendar, table: {}, ending: true })).ending?.seal,
    send: (seal: unknown) => endResource.execute(legal, { ...calendar, version: 1, seal }),
  },
  "sharing it no longer": {
    look: async () => (await previewSharing.execute(legal, { ...calendar, shared: [] })).choice?.seal,
    send: (seal: unknown) => shareResource.execute(legal, { ...calendar, version: 1, seal, shared: [] }),
  },
  "letting everybody write in it": {
    look: async () => (await previewSharing.execute(legal, { ...calendar, shared: ["write"] })).choice?.seal,
    send: (seal: unknown) =>
      shareResource.execute(legal, { ...calendar, version: 1, seal, shared: ["write"] }),
  },
};

/** What is done meanwhile in another tab, and changes what each of them does to somebody inside. */
const MEANWHILE = {
  "somebody is given it": () =>
    giveAccess.execute(legal, {
      ...{ holder: `member:${house.members.somebody}`, on: `resource:${house.resources.calendar}` },
      rights: ["write"],
    }),
  "its team has nothing": () => withdrawAccess.execute(legal, { id: grants.web, seen: 3 }),
  "somebody joins its team": () =>
    addTeamMembers.execute(legal, { team: house.teams.web, version: 1, id: [house.members.somebody] }),
  "somebody is removed": async () =>
    removeMembers.execute(legal, {
      id: [house.members.somebody],
      seal: await sealsOf(house.id, [house.members.somebody]),
    }),
};

describe.each(Object.entries(ACTS))(
  "%s is refused as long as it is not what was shown",
  (_, { look, send }) => {
    it.each(Object.entries(MEANWHILE))(
      "%s: nothing is done, and then what is shown is",
      async (_, meanwhile) => {
        const old = await look();
        await meanwhile();
        const rows = await SavedRows.take();
        expect(await refusal(send(old))).toEqual(["effect_changed"]);
        expect(await rows.changedTables()).toEqual([]);
        expect(await refusal(send(await look()))).toEqual([]);
      },
    );
  },
);

it("what an external has changes what deleting takes, and nothing about sharing (USR-2)", async () => {
  const seals = async () => [
    await ACTS["deleting it"].look(),
    await ACTS["sharing it no longer"].look(),
    await ACTS["letting everybody write in it"].look(),
  ];
  await withdrawAccess.execute(legal, { id: grants.web, seen: 3 });
  const old = await seals();
  await withdrawAccess.execute(legal, { id: grants.external, seen: 3 });
  const present = await seals();
  expect(present.map((seal, index) => seal === old[index])).toEqual([false, true, true]);
});
