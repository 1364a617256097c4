import { beforeEach, expect, it } from "vitest";
import { homeOf } from "@/lib/domain/organizations/places";
import { NotSignedIn } from "@/lib/kernel/failures";
import { anonymous, signedIn } from "../../support/cast";
import { asOwner } from "../../support/database";
import { buildHouse, type House } from "../../support/houses";
import { failureOf } from "../../support/refusal";

/** Whoever signs in without a wish goes straight to an organization of theirs (ORG-5). */

let own: House;
let other: House;
beforeEach(async () => {
  own = await buildHouse("own");
  other = await buildHouse("other");
});

const home = async (last?: string) =>
  homeOf({ ...(await signedIn(own.people.collaborator)), lastOrganization: last });
const joinOther = () =>
  asOwner(
    `INSERT INTO "Membership" ("id", "organizationId", "userId", "role", "billingRight")
     VALUES (gen_random_uuid(), $1, $2, 'COLLABORATOR', false)`,
    [other.id, own.people.collaborator],
  );

it("the one that the browser showed last, as long as it is theirs", async () => {
  expect(await home(other.slug)).toBe(`/o/${own.slug}`);
  await joinOther();
  expect(await home(other.slug)).toBe(`/o/${other.slug}`);
});

it("their first one, or the list of them where they have none", async () => {
  expect(await home()).toBe(`/o/${own.slug}`);
  await asOwner(`UPDATE "Membership" SET "endedAt" = now(), "endedById" = $2 WHERE "userId" = $1`, [
    own.people.collaborator,
    own.people.legal,
  ]);
  expect(await home(own.slug)).toBe("/account/organizations");
});

it("nobody without a session", async () => {
  expect(await failureOf(homeOf({ ...anonymous(), lastOrganization: own.slug }))).toBeInstanceOf(NotSignedIn);
});
