import { beforeEach, describe, expect, it } from "vitest";
import { acceptInvitation } from "@/lib/domain/organizations/commands/acceptInvitation";
import { removeMembers } from "@/lib/domain/organizations/commands/removeMembers";
import { replaceLegalRepresentative } from "@/lib/domain/organizations/commands/replaceLegalRepresentative";
import { changeAccess } from "@/lib/domain/products/commands/changeAccess";
import { createResource } from "@/lib/domain/products/commands/createResource";
import { giveAccess } from "@/lib/domain/products/commands/giveAccess";
import { renameResource } from "@/lib/domain/products/commands/renameResource";
import { withdrawAccess } from "@/lib/domain/products/commands/withdrawAccess";
import { productHistory } from "@/lib/domain/products/queries/productHistory";
import { addTeamMembers } from "@/lib/domain/teams/commands/addTeamMembers";
import { createTeam } from "@/lib/domain/teams/commands/createTeam";
import { draftProducts } from "@/lib/domain/teams/commands/draftProducts";
import { draftTeams } from "@/lib/domain/teams/commands/draftTeams";
import { endTeam } from "@/lib/domain/teams/commands/endTeam";
import { inviteUsers } from "@/lib/domain/teams/commands/inviteUsers";
import { removeTeamMembers } from "@/lib/domain/teams/commands/removeTeamMembers";
import { setTeamAccess } from "@/lib/domain/teams/commands/setTeamAccess";
import { showTeam } from "@/lib/domain/teams/queries/showTeam";
import { teamEffects } from "@/lib/domain/teams/queries/teamEffects";
import type { Caller } from "@/lib/pipeline/caller";
import { insertGrant, insertSubscription } from "@/prisma/stage";
import { signedIn } from "../../support/cast";
import { asOwner } from "../../support/database";
import { buildHouse, type House, insertDraft, insertTeamDraft } from "../../support/houses";
import { sealsOf } from "../../support/seals";

/** A product's history is its own, whatever it and others are called (COMP-4). */

const NAME = "The website";

let house: House;
let legal: Caller;
let twins: [string, string];
beforeEach(async () => {
  house = await buildHouse("past");
  legal = await signedIn(house.people.legal, house.slug);
  const twin = () =>
    insertSubscription(asOwner, {
      organizationId: house.id,
      kind: "web-hosting",
      offer: "standard",
      name: NAME,
    });
  twins = [await twin(), await twin()];
});

const give = (to: string, on: string, rights: string[]) =>
  giveAccess.execute(legal, { holder: to, on, rights });
const history = async (id: string) =>
  (await productHistory.execute(legal, { id })).lines.map(({ action, subjectName }) => [action, subjectName]);

it("of two products with the same name, each tells what was done to it", async () => {
  const [one, other] = twins;
  await give(`member:${house.members.somebody}`, `product:${one}`, ["technical"]);
  await give(`member:${house.members.external}`, `product:${other}`, ["statistics"]);
  expect(await history(one)).toEqual([["access.given", "somebody of past"]]);
  expect(await history(other)).toEqual([["access.given", "external of past"]]);
});

it("what was done before it was called otherwise is still there, and nothing comes with a name that another one had", async () => {
  const [one, other] = twins;
  await give(`member:${house.members.somebody}`, `product:${one}`, ["technical"]);
  await asOwner(`UPDATE "Subscription" SET "name" = 'The shop' WHERE "id" = $1`, [one]);
  await give(`team:${house.teams.other}`, `product:${one}`, ["technical"]);
  expect(await history(one)).toEqual([
    ["access.given", "Other"],
    ["access.given", "somebody of past"],
  ]);
  expect(await history(other)).toEqual([]);
});

it("what a team was given, also inside, stands in the history of the product", async () => {
  const [one, other] = twins;
  const { folder } = house.resources;
  await setTeamAccess.execute(legal, {
    team: house.teams.other,
    version: 1,
    on: [one, folder, "web-hosting"],
    access: [`${one}~technical`, `${folder}~read`, "web-hosting~statistics"],
  });
  expect(await history(one)).toEqual([
    ["access.given", "Other"],
    ["access.given", "Other"],
  ]);
  // All of a kind is every one of it.
  expect(await history(other)).toEqual([["access.given", "Other"]]);
  expect(await history(house.products.drive)).toEqual([["access.given", "Other"]]);
  expect(await history(house.products.suite)).toEqual([["access.given", "Other"]]);
});

it("what happened inside stands there under every name it had, and in no other product with such a thing", async () => {
  const second = await insertSubscription(asOwner, {
    organizationId: house.id,
    kind: "drive",
    offer: "solo",
    name: "suite-drive of past",
  });
  const { drive } = house.products;
  const make = (product: string) =>
    createResource.execute(legal, { product, type: "FOLDER", name: "Contracts" });
  const { id } = await make(drive);
  await make(second);
  await renameResource.execute(legal, {
    ...{ product: drive, resource: id, version: 1 },
    ...{ type: "FOLDER", name: "Agreements" },
  });
  await give(`member:${house.members.somebody}`, `resource:${id}`, ["read"]);
  expect(await history(drive)).toEqual([
    ["access.given", "somebody of past"],
    ["resource.renamed", "Agreements"],
    ["resource.created", "Contracts"],
  ]);
  expect(await history(second)).toEqual([["resource.created", "Contracts"]]);
});

it("what is given on all of a kind, otherwise, and taken back stands with every product of it that is there", async () => {
  const [one, other] = twins;
  const { id } = await give(`member:${house.members.somebody}`, "kind:web-hosting", ["technical"]);
  await changeAccess.execute(legal, { id, seen: 1, rights: ["statistics"] });
  await asOwner(`UPDATE "Subscription" SET "endedAt" = now() WHERE "id" = $1`, [other]);
  await withdrawAccess.execute(legal, { id, seen: 2 });
  const [given, changed, withdrawn] = ["given", "changed", "withdrawn"].map((what) => [
    `access.${what}`,
    "somebody of past",
  ]);
  expect(await history(one)).toEqual([withdrawn, changed, given]);
  expect(await history(other)).toEqual([changed, given]);
  expect(await history(house.products.ticketing)).toEqual([]);
});

it("an invitation stands with what it carries, by itself and by a team", async () => {
  const draft = await insertDraft({
    ...{ organizationId: house.id, userId: house.people.legal },
    emails: ["newcomer@elsewhere.example"],
  });
  await draftProducts.execute(legal, { draft, rights: ["kind:ticketing:sale"] });
  await draftTeams.execute(legal, { draft, teams: [house.teams.web] });
  await inviteUsers.execute(legal, { draft });
  const sent = ["invitation.sent", "newcomer@elsewhere.example"];
  expect(await history(house.products.ticketing)).toEqual([sent]);
  expect(await history(house.products.drive)).toEqual([sent]);
  expect(await history(house.products.hosting)).toEqual([]);
});

it("a legal representative who is replaced and leaves is told where they had something", async () => {
  const [one, other] = twins;
  await asOwner(`UPDATE "Membership" SET "role" = 'LEGAL_REPRESENTATIVE' WHERE "id" = $1`, [
    house.members.collaborator,
  ]);
  const { collaborator: id, somebody: successor } = house.members;
  const [seal, successorSeal] = await sealsOf(house.id, [id, successor]);
  await replaceLegalRepresentative.execute(legal, { id, seal, successor, successorSeal, becomes: "REMOVED" });
  const replaced = ["legalRepresentative.replaced", "collaborator of past"];
  expect(await history(house.products.hosting)).toEqual([replaced]);
  expect([await history(one), await history(other)]).toEqual([[], []]);
});

describe("who joins, leaves or loses a team is part of what it gives (TEAM-2)", () => {
  const web = async (id: string) => {
    const { team } = await showTeam.execute(legal, { id: house.teams.web });
    return { team: team.id, version: team.version, id };
  };
  const kind = (teamId: string, kindKey: string) =>
    insertGrant(asOwner, {
      organizationId: house.id,
      by: { userId: house.people.legal, name: "legal" },
      ...{ to: { teamId }, on: { kindKey }, rights: 1 },
    });

  it("in the history of the product, of the suite that it came with, and of no other", async () => {
    await addTeamMembers.execute(legal, await web(house.members.somebody));
    await removeTeamMembers.execute(legal, await web(house.members.somebody));
    for (const product of [house.products.drive, house.products.suite])
      expect(await history(product)).toEqual([
        ["team.left", "somebody of past"],
        ["team.joined", "somebody of past"],
      ]);
    expect(await history(house.products.mail)).toEqual([]);
    expect(await history(house.products.hosting)).toEqual([]);
  });

  it("also where all of a kind was given, and only to those that are there", async () => {
    const [one, other] = twins;
    await asOwner(`UPDATE "Subscription" SET "endedAt" = now() WHERE "id" = $1`, [other]);
    await kind(house.teams.web, "web-hosting");
    await addTeamMembers.execute(legal, await web(house.members.somebody));
    expect(await history(one)).toEqual([["team.joined", "somebody of past"]]);
    expect(await history(other)).toEqual([]);
  });

  it("the end of the team too", async () => {
    const { seal } = await teamEffects.execute(legal, { change: "end", team: house.teams.web });
    await endTeam.execute(legal, { team: house.teams.web, version: 1, seal });
    expect(await history(house.products.drive)).toEqual([["team.ended", "Web"]]);
    expect(await history(house.products.ticketing)).toEqual([]);
  });

  it("a team that is set up with somebody in it", async () => {
    const draft = await insertTeamDraft({
      ...{ organizationId: house.id, userId: house.people.legal, name: "New" },
      ...{ access: [{ on: house.resources.folder, rights: 1 }], members: [house.members.somebody] },
    });
    await createTeam.execute(legal, { draft });
    expect(await history(house.products.drive)).toEqual([
      ["team.joined", "somebody of past"],
      ["access.given", "New"],
    ]);
  });

  it("whoever is removed from the organization, or joins it with a team", async () => {
    await removeMembers.execute(legal, {
      id: [house.members.collaborator],
      seal: await sealsOf(house.id, [house.members.collaborator]),
    });
    const { token } = house.invitation;
    await acceptInvitation.execute(await signedIn(house.people.invited), { token });
    expect(await history(house.products.drive)).toEqual([
      ["invitation.accepted", "invited of past"],
      ["member.removed", "collaborator of past"],
    ]);
    expect(await history(house.products.hosting)).toEqual([["member.removed", "collaborator of past"]]);
  });
});
