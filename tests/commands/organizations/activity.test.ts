import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { changeRole } from "@/lib/domain/organizations/commands/changeRole";
import { draftAddresses } from "@/lib/domain/organizations/commands/draftAddresses";
import { draftChoices } from "@/lib/domain/organizations/commands/draftChoices";
import { editCoordinates } from "@/lib/domain/organizations/commands/editCoordinates";
import { leaveOrganization } from "@/lib/domain/organizations/commands/leaveOrganization";
import { removeMembers } from "@/lib/domain/organizations/commands/removeMembers";
import { replaceLegalRepresentative } from "@/lib/domain/organizations/commands/replaceLegalRepresentative";
import { revokeInvitations } from "@/lib/domain/organizations/commands/revokeInvitations";
import { exportActivity, listActivity } from "@/lib/domain/organizations/queries/listActivity";
import { inviteUsers } from "@/lib/domain/teams/commands/inviteUsers";
import { tellChange } from "@/lib/i18n/activity";
import { LOCALES } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { Denied, NotFound } from "@/lib/kernel/failures";
import type { Caller } from "@/lib/pipeline/caller";
import { setNow } from "@/lib/platform/clock";
import type { World } from "@/prisma/stage";
import { onStage, signedIn } from "../../support/cast";
import { asOwner } from "../../support/database";
import { sealsOf } from "../../support/seals";

/** Every change is recorded with who, on behalf of whom, when, before and after; filtered and exported (COMP-4). */

let world: World;
beforeEach(async () => {
  world = await onStage();
});
afterEach(() => setNow(null));

const atelier = () => world.organizations.atelier;
const at = (name: keyof World["people"], instant: string): Promise<Caller> => {
  setNow(new Date(instant));
  return signedIn(world.people[name], atelier().slug);
};
const member = (name: "marco" | "nadia" | "jonas" | "claire" | "iris") => atelier().members[name] ?? "";

async function invite(caller: Caller, email: string) {
  const { draft } = await draftAddresses.execute(caller, { addresses: email });
  await draftChoices.execute(caller, { step: "place", draft, place: "inside" });
  await draftChoices.execute(caller, { step: "role", draft, role: "COLLABORATOR" });
  await inviteUsers.execute(caller, { draft });
  const [row] = await asOwner<{ id: string }>(`SELECT "id" FROM "Invitation" WHERE "email" = $1`, [email]);
  return row?.id ?? "";
}

/** A few days at Atelier Nord; times of day in Zurich are two hours later. */
async function someDays() {
  await changeRole.execute(await at("claire", "2026-07-01T08:00:00Z"), {
    ...{ id: member("jonas"), version: "1", seal: (await sealsOf(atelier().id, [member("jonas")]))[0] },
    ...{ role: "EXTERNAL", billingRight: "" },
  });
  await editCoordinates.execute(await at("claire", "2026-07-02T21:59:59Z"), {
    version: "1",
    name: "Atelier Nord SA",
    street: "Rue du Lac",
    houseNumber: "7",
    postalCode: "1201",
    city: "Genève",
    country: "CH",
    phone: "+41 22 820 35 44",
    locale: "fr",
    terms: "on",
  });
  const partner = await at("sofia", "2026-07-02T22:00:00Z");
  await revokeInvitations.execute(partner, { id: [await invite(partner, "web@boreale.example")] });
  await removeMembers.execute(await at("marco", "2026-07-04T08:00:00Z"), {
    id: [member("nadia")],
    seal: await sealsOf(atelier().id, [member("nadia")]),
  });
  await leaveOrganization.execute(await at("iris", "2026-07-05T08:00:00Z"), {});
  const [seal, successorSeal] = await sealsOf(atelier().id, [member("claire"), member("marco")]);
  await replaceLegalRepresentative.execute(await at("claire", "2026-07-06T08:00:00Z"), {
    ...{ id: member("claire"), seal, successor: member("marco"), successorSeal },
    becomes: "ADMINISTRATOR",
  });
}

const list = async (filter: Record<string, string | undefined> = {}) =>
  listActivity.execute(await at("marco", "2026-07-07T08:00:00Z"), filter);
const actions = async (filter: Record<string, string>) =>
  (await list(filter)).lines.map((line) => line.action);

describe("the record", () => {
  beforeEach(someDays);

  it("tells everything, latest first", async () => {
    const { lines, total, actions: kinds } = await list();
    const told = lines.map((line) => tellChange(line, translator("en"), "en"));
    expect(total).toBe(7);
    expect(told.map(({ sentence, onBehalf }) => (onBehalf ? `${sentence} (${onBehalf})` : sentence))).toEqual(
      [
        "Claire Fontaine passed on their own role of legal representative to Marco Bianchi",
        "Iris Novak left the organization",
        "Marco Bianchi removed Nadia Keller",
        "Sofia Lindqvist revoked the invitation to web@boreale.example (Agence Boréale)",
        "Sofia Lindqvist invited web@boreale.example (Agence Boréale)",
        "Claire Fontaine changed the contact details",
        "Claire Fontaine changed the rights of Jonas Weber",
      ],
    );
    expect(told.at(-1)?.details).toEqual(["Role: Collaborator → External user"]);
    expect(kinds).toEqual([...new Set(lines.map((line) => line.action))].sort());
  });

  it.each(LOCALES)("has words for every field and every value (%s)", async (locale) => {
    const { lines } = await list();
    const t = translator(locale);
    const fields = lines.flatMap((line) => Object.keys({ ...line.before, ...line.after }));
    expect(fields.filter((field) => !t.has(`activity.field.${field}`))).toEqual([]);
    const text = lines.flatMap((line) => tellChange(line, t, locale).details).join("\n");
    expect(text).not.toMatch(/LEGAL_|ADMINISTRATOR|COLLABORATOR|EXTERNAL|true|false|null|undefined/);
  });

  it("is filtered by person, whether they acted or were acted upon", async () => {
    expect(await actions({ q: "sofia" })).toEqual(["invitation.revoked", "invitation.sent"]);
    expect(await actions({ q: "Jonas" })).toEqual(["member.changed"]);
    expect(await actions({ q: "%" })).toEqual([]);
    expect(await actions({ q: "_" })).toEqual([]);
  });

  it("is filtered by kind", async () =>
    expect(await actions({ action: "member.removed" })).toEqual(["member.removed"]));

  it("is filtered by days of the reader, both included", async () => {
    // 21:59:59 UTC is still the 2nd in Zurich, 22:00 is the 3rd.
    expect(await actions({ from: "2026-07-02", to: "2026-07-02" })).toEqual(["organization.edited"]);
    expect(await actions({ from: "2026-07-03", to: "2026-07-03" })).toEqual([
      "invitation.revoked",
      "invitation.sent",
    ]);
    expect(await actions({ to: "2026-07-01" })).toEqual(["member.changed"]);
  });

  it("says that a period ends before it begins, and of one day that it does not", async () => {
    const reversed = await list({ from: "2026-07-03", to: "2026-07-02" });
    expect(reversed).toMatchObject({ isReversed: true, total: 0, lines: [] });
    expect(await list({ from: "2026-07-02", to: "2026-07-02" })).toMatchObject({ isReversed: false });
    expect(await list({ from: "2026-07-02" })).toMatchObject({ isReversed: false });
  });

  it.each([
    { from: "yesterday" },
    { from: "2026-02-30" },
    { to: "0000-01-01" },
    { from: "+99999-01-01" },
    { q: "\u0000" },
    { page: "-1", size: "7" },
    { page: "99" },
    { action: "x".repeat(200) },
  ])("takes an odd address such as %j for none", async (filter) => {
    expect((await list(filter)).lines).toHaveLength(7);
  });

  it("is exported as it is filtered", async () => {
    const caller = await at("marco", "2026-07-07T08:00:00Z");
    const { lines, timeZone } = await exportActivity.execute(caller, { q: "sofia" });
    expect(lines.map((line) => line.action)).toEqual(["invitation.revoked", "invitation.sent"]);
    expect(timeZone).toBe("Europe/Zurich");
  });

  it("holds nothing of other organizations", async () => {
    const hugo = await signedIn(world.people.hugo, world.organizations.lumiere.slug);
    expect((await listActivity.execute(hugo, {})).total).toBe(0);
  });
});

describe("who may read it", () => {
  it.each(["nadia", "jonas", "iris", "sofia"] as const)("not %s", async (name) =>
    expect(listActivity.execute(await at(name, "2026-07-07T08:00:00Z"), {})).rejects.toBeInstanceOf(Denied),
  );

  it("for a stranger there is nothing", async () =>
    expect(listActivity.execute(await at("victor", "2026-07-07T08:00:00Z"), {})).rejects.toBeInstanceOf(
      NotFound,
    ));
});
