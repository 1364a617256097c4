import { beforeEach, describe, expect, it } from "vitest";
import { changeProfile } from "@/lib/domain/identity/commands/changeProfile";
import { chooseAppearance } from "@/lib/domain/identity/commands/chooseAppearance";
import { chooseLanguage } from "@/lib/domain/identity/commands/chooseLanguage";
import { profile } from "@/lib/domain/identity/queries/profile";
import { InvalidInput, NotSignedIn, Refused } from "@/lib/kernel/failures";
import { cast } from "@/prisma/cast";
import type { World } from "@/prisma/stage";
import { anonymous, onStage, signedIn } from "../../support/cast";
import { asOwner } from "../../support/database";

let world: World;
beforeEach(async () => {
  world = await onStage();
});

const lastEntry = async () =>
  (await asOwner(`SELECT "action", "before", "after" FROM "AuditEntry" ORDER BY "id" DESC LIMIT 1`))[0];

describe("one's own name", () => {
  it("changes in every organization at once, and the change is recorded", async () => {
    const caller = await signedIn(world.people.claire);
    await changeProfile.execute(caller, { firstName: "Clara", lastName: "Fontaine-Roux" });
    expect(await profile.execute(caller, {})).toMatchObject({
      firstName: "Clara",
      lastName: "Fontaine-Roux",
      email: cast.claire.email,
    });
    const keys = await asOwner(`SELECT DISTINCT "nameKey" FROM "Membership" WHERE "userId" = $1`, [
      world.people.claire,
    ]);
    expect(keys).toEqual([{ nameKey: "clara fontaine-roux" }]);
    expect(await lastEntry()).toEqual({
      action: "profile.changed",
      before: { firstName: "Claire", lastName: "Fontaine" },
      after: { firstName: "Clara", lastName: "Fontaine-Roux" },
    });
  });

  it("is one's own: an id in the input changes nobody else", async () => {
    const caller = await signedIn(world.people.claire);
    const input = {
      firstName: "Eve",
      lastName: "Mallory",
      id: world.people.marco,
      userId: world.people.marco,
    };
    await changeProfile.execute(caller, input);
    const [marco] = await asOwner(`SELECT "firstName" FROM "User" WHERE "id" = $1`, [world.people.marco]);
    expect(marco).toEqual({ firstName: "Marco" });
  });

  it("does not change the address, whatever the form says", async () => {
    const caller = await signedIn(world.people.claire);
    await changeProfile.execute(caller, { firstName: "A", lastName: "B", email: "evil@example.com" });
    expect((await profile.execute(caller, {})).email).toBe(cast.claire.email);
  });

  it("is refused unchanged, and invalid with a line break", async () => {
    const caller = await signedIn(world.people.claire);
    const same = { firstName: "Claire", lastName: "Fontaine" };
    await expect(changeProfile.execute(caller, same)).rejects.toEqual(new Refused(["nothing_to_change"]));
    await expect(changeProfile.execute(caller, { ...same, lastName: "A\nB" })).rejects.toThrow(InvalidInput);
  });
});

describe("preferences", () => {
  it("PREF-1: the appearance is kept with the account", async () => {
    const caller = await signedIn(world.people.claire);
    expect(await chooseAppearance.execute(caller, { appearance: "dark" })).toEqual({ appearance: "dark" });
    expect((await profile.execute(caller, {})).appearance).toBe("dark");
    expect(await lastEntry()).toMatchObject({
      before: { appearance: "auto" },
      after: { appearance: "dark" },
    });
  });

  it("PREF-1: the language is kept with the account of those who have one", async () => {
    const caller = await signedIn(world.people.claire);
    await chooseLanguage.execute(caller, { locale: "fr" });
    expect((await profile.execute(caller, {})).locale).toBe("fr");
  });

  it("PREF-1: others choose a language for their browser, and nothing is written", async () => {
    expect(await chooseLanguage.execute(anonymous(), { locale: "fr" })).toEqual({ locale: "fr" });
    expect(await asOwner(`SELECT 1 FROM "AuditEntry"`)).toEqual([]);
  });

  it.each([
    [chooseAppearance, { appearance: "blue" }],
    [chooseLanguage, { locale: "tlh" }],
  ])("%o takes no other value", async (command, input) => {
    const caller = await signedIn(world.people.claire);
    await expect(command.execute(caller, input)).rejects.toThrow(InvalidInput);
  });

  it("belong to somebody: without a session there is no appearance to choose", () =>
    expect(chooseAppearance.execute(anonymous(), { appearance: "dark" })).rejects.toThrow(NotSignedIn));
});
