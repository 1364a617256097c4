import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { createOrganization } from "@/lib/domain/organizations/commands/createOrganization";
import { listOrganizations } from "@/lib/domain/organizations/queries/listOrganizations";
import { overview } from "@/lib/domain/organizations/queries/overview";
import { InvalidInput, NotFound, NotSignedIn } from "@/lib/kernel/failures";
import type { Caller } from "@/lib/pipeline/caller";
import type { World } from "@/prisma/stage";
import { anonymous, onStage, signedIn } from "../../support/cast";
import { asOwner } from "../../support/database";

/** A user creates further organizations (ORG-2, ORG-4). */

const company = { kind: "COMPANY", legalName: "Galerie du Port", country: "CH", terms: "on" };
const person = { kind: "PERSON", country: "FR", terms: "on" };

let world: World;
let jonas: Caller;
beforeEach(async () => {
  world = await onStage();
  jonas = await signedIn(world.people.jonas);
});

const rowOf = async (slug: string) =>
  (
    await asOwner(
      `SELECT "name", "kind", "status", "currency", "country", "legalRepresentatives", "members",
              "termsAcceptedAt" IS NOT NULL AS "terms" FROM "Organization" WHERE "slug" = $1`,
      [slug],
    )
  )[0];

describe("a further organization", () => {
  it("of a company carries its legal name, and its founder is its legal representative", async () => {
    const { slug } = await createOrganization.execute(jonas, company);
    expect(slug).toBe("galerie-du-port");
    expect(await rowOf(slug)).toEqual({
      name: "Galerie du Port",
      kind: "COMPANY",
      status: "ACTIVE",
      currency: "CHF",
      country: "CH",
      legalRepresentatives: 1,
      members: 1,
      terms: true,
    });
    const { organizations } = await listOrganizations.execute(jonas, {});
    expect(organizations.map(({ name, role }) => [name, role])).toEqual([
      ["Atelier Nord SA", "COLLABORATOR"],
      ["Galerie du Port", "LEGAL_REPRESENTATIVE"],
    ]);
  });

  it("of a person is named after the person, whatever the form says (ORG-2)", async () => {
    const { slug } = await createOrganization.execute(jonas, { ...person, legalName: "Something else" });
    expect(await rowOf(slug)).toMatchObject({ name: "Jonas Weber", kind: "PERSON" });
  });

  it.each([
    ["CH", "CHF"],
    ["LI", "CHF"],
    ["DE", "EUR"],
  ])("in %s is kept in %s (BILL-12)", async (country, currency) => {
    const { slug } = await createOrganization.execute(jonas, { ...company, country });
    expect(await rowOf(slug)).toMatchObject({ country, currency });
  });

  it("is recorded in itself, and nowhere else", async () => {
    const { id } = await createOrganization.execute(jonas, company);
    expect(await asOwner(`SELECT "action", "organizationId", "actorName" FROM "AuditEntry"`)).toEqual([
      { action: "organization.created", organizationId: id, actorName: "Jonas Weber" },
    ]);
  });

  it("is invisible to everybody else (ORG-4)", async () => {
    const { slug } = await createOrganization.execute(jonas, company);
    await expect(overview.execute({ ...jonas, organization: slug }, {})).resolves.toBeTruthy();
    const claire = await signedIn(world.people.claire, slug);
    await expect(overview.execute(claire, {})).rejects.toBeInstanceOf(NotFound);
  });
});

describe("short names", () => {
  it("of the same name are told apart, also when that one is a stranger's", async () => {
    const victor = await signedIn(world.people.victor);
    const slugs = [
      (await createOrganization.execute(victor, company)).slug,
      (await createOrganization.execute(jonas, company)).slug,
      (await createOrganization.execute(jonas, company)).slug,
    ];
    expect(slugs).toEqual(["galerie-du-port", "galerie-du-port-2", "galerie-du-port-3"]);
  });

  it("of two at the same instant are two", async () => {
    const made = await Promise.all(
      ["claire", "marco", "nadia", "jonas"].map(async (name) =>
        createOrganization.execute(await signedIn(world.people[name as keyof World["people"]]), company),
      ),
    );
    expect(new Set(made.map((one) => one.slug)).size).toBe(4);
  });

  it("exist for names without a Latin letter", async () => {
    const { slug } = await createOrganization.execute(jonas, { ...company, legalName: "株式会社 🚀" });
    expect(slug).toMatch(/^organization-/);
    expect(await rowOf(slug)).toMatchObject({ name: "株式会社 🚀" });
  });
});

describe("what does not work", () => {
  it.each([
    ["terms", { terms: "" }],
    ["country", { country: "ZZ" }],
    ["legalName", { legalName: " " }],
    ["legalName", { legalName: "x".repeat(201) }],
    ["legalName", { legalName: "a\nb" }],
    ["kind", { kind: "STATE" }],
  ])("%s", async (field, broken) => {
    const failure: unknown = await createOrganization
      .execute(jonas, { ...company, ...broken })
      .catch((reason: unknown) => reason);
    expect(failure).toBeInstanceOf(InvalidInput);
    expect(Object.keys((failure as InvalidInput).fields)).toEqual([field]);
  });

  it("nobody creates one without signing in", async () =>
    expect(createOrganization.execute(anonymous(), company)).rejects.toBeInstanceOf(NotSignedIn));

  it("a form sent twice creates one", async () => {
    const form = { userId: world.people.jonas, key: randomUUID() };
    const [one, other] = await Promise.all([
      createOrganization.execute({ ...jonas, form }, company),
      createOrganization.execute({ ...jonas, form }, company),
    ]);
    expect(one).toEqual(other);
    expect(await asOwner(`SELECT 1 FROM "Organization" WHERE "name" = 'Galerie du Port'`)).toHaveLength(1);
  });
});
