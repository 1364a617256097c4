import { refuseWhen } from "@/lib/kernel/decision";

/** Ten thousand million guesses: out of reach for a throttled sign-in, and slow work on a stolen hash. */
const ENOUGH_GUESSES_LOG10 = 10;

/** Shorter words about a person stand in too many innocent ones. */
const SHORTEST_TELLING_WORD = 4;

export type Owner = { firstName: string; lastName: string; email: string };

const folded = (text: string): string =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase("en");

/** What everybody knows about a person, in lower case and without accents: names, and parts of the address. */
export function wordsAbout({ firstName, lastName, email }: Owner): string[] {
  const [mailbox = "", domain = ""] = email.split("@");
  const texts = [firstName, lastName, mailbox, domain.split(".").at(-2) ?? ""].map(folded);
  const words = texts.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]);
  return [...new Set(words)].filter((word) => [...word].length >= SHORTEST_TELLING_WORD);
}

/**
 * Whether somebody may choose this password: not made of themselves, and not easy to guess. The first refusal is the
 * advice that helps most. Its length is a question of the form (`NewPassword`).
 */
export function mayUsePassword(facts: {
  password: string;
  owner: Owner;
  guessesLog10: number;
  weakness: "repetition" | "pattern" | "common" | null;
}) {
  const { password, owner, guessesLog10, weakness } = facts;
  const easy = guessesLog10 < ENOUGH_GUESSES_LOG10;
  const plain = folded(password);
  return refuseWhen({
    password_contains_you: wordsAbout(owner).some((word) => plain.includes(word)),
    password_repeats: easy && weakness === "repetition",
    password_follows_a_pattern: easy && weakness === "pattern",
    password_is_common: easy && weakness === "common",
    password_too_easy: easy && weakness === null,
  });
}
