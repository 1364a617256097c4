import { describe, expect, it } from "vitest";
import { mayUsePassword, wordsAbout } from "@/lib/domain/identity/rules/password";
import { measurePassword } from "@/lib/platform/passwordStrength";
import { PASSWORD } from "@/prisma/cast";

const owner = { firstName: "José-Maria", lastName: "Lindqvist", email: "jml@boreale.example" };
const good = {
  password: "quiet lake before the storm",
  owner,
  guessesLog10: 20,
  weakness: null,
} as const;

describe("a password that its owner may use", () => {
  it("is long, unrelated to them, and hard to guess", () =>
    expect(mayUsePassword(good).refusals).toEqual([]));

  it.each([
    ["a last name", { password: "all about Lindqvist here" }, "password_contains_you"],
    [
      "a part of a first name, accents aside",
      { password: "JOSE walks slowly home" },
      "password_contains_you",
    ],
    ["the address's domain", { password: "my years at boreale inc" }, "password_contains_you"],
    ["a repetition", { guessesLog10: 3, weakness: "repetition" as const }, "password_repeats"],
    ["a keyboard walk", { guessesLog10: 3, weakness: "pattern" as const }, "password_follows_a_pattern"],
    ["a leaked one", { guessesLog10: 3, weakness: "common" as const }, "password_is_common"],
    ["an easy one", { guessesLog10: 9.9, weakness: null }, "password_too_easy"],
  ])("%s is refused", (_, broken, word) =>
    expect(mayUsePassword({ ...good, ...broken }).refusals).toEqual([word]),
  );

  it("may have a weakness when it is hard to guess all the same", () =>
    expect(mayUsePassword({ ...good, weakness: "common" }).refusals).toEqual([]));
});

describe("the words about a person", () => {
  it("are those of four letters or more, folded", () =>
    expect(wordsAbout({ firstName: "Zoë", lastName: "D’Été-Long", email: "zoe.long@x.example" })).toEqual([
      "d’ete-long",
      "long",
      "zoe.long",
    ]));
});

describe("the measure", () => {
  const judge = (password: string) =>
    mayUsePassword({ password, owner, ...measurePassword(password, wordsAbout(owner)) }).refusals;

  it.each([
    ["passwordpassword", "password_repeats"],
    ["aaaaaaaaaaaaaaaaaaaa", "password_repeats"],
    ["qwertyuiopasdfgh", "password_is_common"],
    ["ab1!".repeat(64), "password_repeats"],
  ])("finds %s weak: %s", (password, word) => expect(judge(password)).toEqual([word]));

  it.each([PASSWORD, "zebra lamp ocean figment", "x7$kQ9v!pLm2#Rt", "Тихое озеро перед бурей"])(
    "lets %s pass",
    (password) => expect(judge(password)).toEqual([]),
  );
});
