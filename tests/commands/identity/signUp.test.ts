import { describe, expect, it } from "vitest";
import { signedInCookies } from "@/lib/domain/identity/cookies";
import { presence } from "@/lib/domain/identity/queries/presence";
import { signUp } from "@/lib/domain/organizations/commands/signUp";
import { InvalidInput, Refused } from "@/lib/kernel/failures";
import { sessionCookieName } from "@/lib/platform/sessionCookie";
import { anonymous } from "../../support/cast";
import { asOwner } from "../../support/database";

const person = {
  kind: "PERSON",
  firstName: "Ada",
  lastName: "Byron",
  email: "Ada@Example.com",
  password: "zebra lamp ocean figment",
  country: "CH",
  terms: "on",
};
const company = { ...person, kind: "COMPANY", legalName: "Analytical Engines Ltd", country: "FR" };

const failure = (input: object) =>
  signUp.execute(anonymous(), input).then(
    () => null,
    (thrown) => thrown,
  );

const organizations = () =>
  asOwner(
    `SELECT o."name", o."kind", o."status", o."currency", o."legalRepresentatives", u."email", m."role"
     FROM "Organization" o JOIN "Membership" m ON m."organizationId" = o."id" JOIN "User" u ON u."id" = m."userId"`,
  );

describe("signing up", () => {
  it("ORG-1, ORG-2: makes a person's organization, named after them, and them its legal representative", async () => {
    const { organization } = await signUp.execute(anonymous(), person);
    expect(organization).toBe("ada-byron");
    expect(await organizations()).toEqual([
      {
        name: "Ada Byron",
        kind: "PERSON",
        status: "ACTIVE",
        currency: "CHF",
        legalRepresentatives: 1,
        email: "ada@example.com",
        role: "LEGAL_REPRESENTATIVE",
      },
    ]);
  });

  it("ORG-1, ORG-2: makes a company's organization, named after its legal name", async () => {
    const { organization } = await signUp.execute(anonymous(), company);
    expect(organization).toBe("analytical-engines-ltd");
    expect(await organizations()).toMatchObject([
      { name: "Analytical Engines Ltd", kind: "COMPANY", currency: "EUR" },
    ]);
  });

  it("ORG-2: two of the same name have two organizations", async () => {
    const first = await signUp.execute(anonymous(), person);
    const second = await signUp.execute(anonymous(), { ...person, email: "other@example.com" });
    expect([first.organization, second.organization]).toEqual(["ada-byron", "ada-byron-2"]);
  });

  it("ORG-2: a person whose names are longer than an organization's gets as much of them as fits", async () => {
    const long = { ...person, firstName: "A".repeat(128), lastName: "B".repeat(128) };
    await signUp.execute(anonymous(), long);
    const [row] = await asOwner<{ name: string }>(`SELECT "name" FROM "Organization"`);
    expect(row?.name).toHaveLength(200);
  });

  it("opens a session at once, in the newcomer's language", async () => {
    const caller = { ...anonymous(), locale: "fr" };
    const opened = await signUp.execute(caller, person);
    const cookies = await signedInCookies(opened, caller);
    const sessionToken = cookies.find(({ name }) => name === sessionCookieName())?.value ?? null;
    expect(await presence.execute({ ...caller, sessionToken }, {})).toEqual({ signedIn: true });
    expect(await asOwner(`SELECT "locale" FROM "User"`)).toEqual([{ locale: "fr" }]);
  });

  it("welcomes by mail and keeps a record of account and organization", async () => {
    await signUp.execute(anonymous(), person);
    const mails = await asOwner(`SELECT "template", "toAddress" FROM "OutboxMail"`);
    expect(mails).toEqual([{ template: "welcome", toAddress: "ada@example.com" }]);
    const entries = await asOwner(`SELECT "action", "actorName" FROM "AuditEntry" ORDER BY "action"`);
    expect(entries).toEqual([
      { action: "account.opened", actorName: "Ada Byron" },
      { action: "organization.created", actorName: "Ada Byron" },
    ]);
  });

  it("takes names in any script", async () => {
    const names = { ...company, firstName: "👩‍👩‍👧", lastName: "לב", legalName: "مؤسسة الاختبار" };
    expect((await signUp.execute(anonymous(), names)).organization).toMatch(/^organization-\d$/);
  });
});

describe("signing up is refused, and leaves nothing behind", () => {
  it.each([
    ["an address that has an account, however it is spelt", { email: " ADA@example.COM " }, "email"],
    [
      "a password that is easy to guess",
      { email: "x@example.com", password: "passwordpassword" },
      "password",
    ],
    [
      "a password made of the name",
      { email: "x@example.com", password: "byron byron by the sea" },
      "password",
    ],
  ])("%s: beside the field", async (_, change, field) => {
    await signUp.execute(anonymous(), person);
    const thrown = await failure({ ...person, ...change });
    expect(thrown).toBeInstanceOf(Refused);
    expect(thrown.field).toBe(field);
    expect(await asOwner(`SELECT 1 FROM "User"`)).toHaveLength(1);
    expect(await organizations()).toHaveLength(1);
  });

  it.each([
    ["no terms accepted", { terms: "" }, "terms"],
    ["no legal name for a company", { kind: "COMPANY", legalName: " " }, "legalName"],
    ["neither person nor company", { kind: "STAFF" }, "kind"],
    ["a full-width @", { email: "ada＠example.com" }, "email"],
    ["a country that does not exist", { country: "ZZ" }, "country"],
    ["a line break in a name", { lastName: "Byron\r\nBcc: all@example.com" }, "lastName"],
    ["300 characters", { firstName: "x".repeat(300) }, "firstName"],
  ])("%s", async (_, change, field) => {
    const thrown = await failure({ ...person, ...change });
    expect(thrown).toBeInstanceOf(InvalidInput);
    expect(Object.keys(thrown.fields)).toEqual([field]);
    expect(await asOwner(`SELECT 1 FROM "User"`)).toEqual([]);
  });

  it("takes neither role nor staff from the form", async () => {
    const input = {
      ...person,
      role: "ADMINISTRATOR",
      staffSince: "2020-01-01",
      isStaff: "on",
      verified: "on",
    };
    await signUp.execute(anonymous(), input);
    expect(await asOwner(`SELECT "staffSince" FROM "User"`)).toEqual([{ staffSince: null }]);
  });
});
