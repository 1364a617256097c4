import { beforeEach, describe, expect, it } from "vitest";
import type { Role } from "@/lib/access/roles";
import { changePreferences } from "@/lib/domain/organizations/commands/changePreferences";
import { changeRole } from "@/lib/domain/organizations/commands/changeRole";
import { leaveOrganization } from "@/lib/domain/organizations/commands/leaveOrganization";
import { removeMembers } from "@/lib/domain/organizations/commands/removeMembers";
import { replaceLegalRepresentative } from "@/lib/domain/organizations/commands/replaceLegalRepresentative";
import { giveAccess } from "@/lib/domain/products/commands/giveAccess";
import { shareResource } from "@/lib/domain/products/commands/shareResource";
import { withdrawAccess } from "@/lib/domain/products/commands/withdrawAccess";
import { addTeamMembers } from "@/lib/domain/teams/commands/addTeamMembers";
import { removeTeamMembers } from "@/lib/domain/teams/commands/removeTeamMembers";
import { myLosses } from "@/lib/domain/teams/queries/myLosses";
import { showTeam } from "@/lib/domain/teams/queries/showTeam";
import { whatIf } from "@/lib/domain/teams/queries/whatIf";
import type { Caller } from "@/lib/pipeline/caller";
import { insertGrant, insertTeam } from "@/prisma/stage";
import { signedIn } from "../../support/cast";
import { asOwner } from "../../support/database";
import { buildHouse, type House, type PlaceName } from "../../support/houses";
import { refusal } from "../../support/refusal";
import { SavedRows } from "../../support/savedRows";

/** What was shown of a whole person is what is done to them, whatever became of their access meanwhile (USR-5, USR-12, ORG-8). */

type Who = "somebody" | "otherLegal";

let house: House;
let legal: Caller;
let somebody: Caller;
let grants: Record<Who, string>;
/** One that both are in, and one that they may join. */
let teams: { present: string; further: string };

beforeEach(async () => {
  house = await buildHouse("stale");
  legal = await signedIn(house.people.legal, house.slug);
  somebody = await signedIn(house.people.somebody, house.slug);
  const team = (name: string, members: string[]) =>
    insertTeam(asOwner, { organizationId: house.id, name, members });
  const grant = (to: { membershipId: string } | { teamId: string }) =>
    insertGrant(asOwner, {
      ...{ organizationId: house.id, by: { userId: house.people.legal, name: "legal" }, to, rights: 1 },
      on: { subscriptionId: house.products.hosting },
    });
  const { members } = house;
  teams = {
    present: await team("Present", [members.somebody, members.otherLegal]),
    further: await team("Further", []),
  };
  await grant({ teamId: teams.further });
  grants = {
    somebody: await grant({ membershipId: members.somebody }),
    otherLegal: await grant({ membershipId: members.otherLegal }),
  };
});

const version = async (id: string) =>
  (await asOwner<{ version: number }>(`SELECT "version" FROM "Membership" WHERE "id" = $1`, [id]))[0]
    ?.version;
const sealFor = async (who: PlaceName, becomes: string) => {
  const id = house.members[who];
  return (await whatIf.execute(legal, { ids: [id], afterwards: [becomes] })).seals[id];
};
const changeSomebody = async (role: Role, more: object = {}) =>
  changeRole.execute(legal, {
    ...{ id: house.members.somebody, version: await version(house.members.somebody) },
    ...{ seal: await sealFor("somebody", role), role, ...more },
  });

type Act = { who: Who; look: () => Promise<unknown>; send: (seal: unknown) => Promise<unknown> };

/** The other legal representative steps down; both people are shown, and both stand in the form. */
const replacementBy = (successor: PlaceName): Omit<Act, "who"> => ({
  look: () =>
    Promise.all([sealFor("otherLegal", "COLLABORATOR"), sealFor(successor, "LEGAL_REPRESENTATIVE")]),
  send: (seals) => {
    const [seal, successorSeal] = seals as string[];
    return replaceLegalRepresentative.execute(legal, {
      ...{ id: house.members.otherLegal, seal, successor: house.members[successor], successorSeal },
      becomes: "COLLABORATOR",
    });
  },
});

/** Each act on a whole person: how its form is sealed, and what sending it does. */
const ACTS = {
  "removing them": {
    who: "somebody",
    look: () => sealFor("somebody", "REMOVED"),
    send: (seal) => removeMembers.execute(legal, { id: [house.members.somebody], seal: [seal] }),
  },
  "giving them another role": {
    who: "somebody",
    look: () => sealFor("somebody", "EXTERNAL"),
    send: (seal) => changeSomebody("EXTERNAL", { seal }),
  },
  "replacing them": { who: "otherLegal", ...replacementBy("administrator") },
  "making them legal representative in somebody's place": { who: "somebody", ...replacementBy("somebody") },
  "their leaving": {
    who: "somebody",
    look: async () => (await myLosses.execute(somebody, {})).seal,
    send: (seal) => leaveOrganization.execute(somebody, { seal }),
  },
} satisfies Record<string, Act>;

const onTeam = async (team: string, who: Who) => ({
  ...{ team, version: (await showTeam.execute(legal, { id: team })).team.version },
  id: [house.members[who]],
});

/** What is done meanwhile in another tab. */
const MEANWHILE = {
  // Whoever has all rights by role is only given what is inside.
  "they are given something": (who) =>
    giveAccess.execute(legal, {
      holder: `member:${house.members[who]}`,
      ...(who === "otherLegal"
        ? { on: `resource:${house.resources.channel}`, rights: ["member"] }
        : { on: `product:${house.products.ticketing}`, rights: ["sale"] }),
    }),
  "something is taken from them": (who) => withdrawAccess.execute(legal, { id: grants[who], seen: 1 }),
  "a team of theirs is given something": () =>
    giveAccess.execute(legal, {
      ...{ holder: `team:${teams.present}`, on: `product:${house.products.ticketing}` },
      rights: ["sale"],
    }),
  "they join a team": async (who) => addTeamMembers.execute(legal, await onTeam(teams.further, who)),
  "they leave a team": async (who) => removeTeamMembers.execute(legal, await onTeam(teams.present, who)),
  "a calendar is shared otherwise": () =>
    shareResource.execute(legal, {
      ...{ product: house.products.suite, resource: house.resources.calendar, version: 1 },
      shared: ["write"],
    }),
} satisfies Record<string, (who: Who) => Promise<unknown>>;

describe.each(Object.entries<Act>(ACTS))(
  "%s is refused as long as it is not what was shown",
  (_, { who, look, send }) => {
    it.each(Object.entries(MEANWHILE))(
      "%s: nothing is done, and then what is shown is",
      async (_, meanwhile) => {
        const old = await look();
        await meanwhile(who);
        const rows = await SavedRows.take();
        expect(await refusal(send(old))).toEqual(["effect_changed"]);
        expect(await rows.changedTables()).toEqual([]);
        expect(await refusal(send(await look()))).toEqual([]);
      },
    );
  },
);

it.each(Object.entries<Act>(ACTS).filter(([, { who }]) => who === "somebody"))(
  "%s notices another role, and another billing right",
  async (_, { look, send }) => {
    const changes: Parameters<typeof changeSomebody>[] = [
      ["COLLABORATOR", { billingRight: "on" }],
      ["ADMINISTRATOR"],
    ];
    for (const changed of changes) {
      const old = await look();
      await changeSomebody(...changed);
      expect(await refusal(send(old))).toEqual(["effect_changed"]);
    }
  },
);

it("their preferences are saved whatever they have meanwhile: nothing of it was shown", async () => {
  for (const meanwhile of Object.values(MEANWHILE)) await meanwhile("somebody");
  const { somebody: id } = house.members;
  await changePreferences.execute(legal, { id, version: await version(id), remindersBySms: "on" });
});

it("an external does not notice what is shared with everybody inside (USR-2)", async () => {
  await changeSomebody("EXTERNAL");
  const { look, send } = ACTS["removing them"];
  const old = await look();
  await MEANWHILE["a calendar is shared otherwise"]();
  expect(await refusal(send(old))).toEqual([]);
});

it("of several, only whoever has something else than shown stays", async () => {
  const id = [house.members.somebody, house.members.external, house.members.withBilling];
  const { seals } = await whatIf.execute(legal, { ids: id, afterwards: ["REMOVED"] });
  await MEANWHILE["they are given something"]("somebody");
  const { items } = await removeMembers.execute(legal, { id, seal: id.map((one) => seals[one]) });
  expect(items.map(({ refusals }) => refusals)).toEqual([["effect_changed"], [], []]);
  const left = await asOwner(`SELECT "id" FROM "Membership" WHERE "id" = ANY ($1) AND "endedAt" IS NULL`, [
    id,
  ]);
  expect(left).toEqual([{ id: house.members.somebody }]);
});
