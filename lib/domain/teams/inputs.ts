import { z } from "zod";
import { lineOfText } from "@/lib/domain/identity/inputs";
import { isUuid } from "@/lib/kernel/ids";
import { LONGEST_DESCRIPTION, LONGEST_TEAM_NAME, TEAM_COLOURS } from "./rules/teams";

/** An id in a URL or a form: anything malformed is an unknown one. */
export const Id = z.string().refine(isUuid, "malformed");

export const Version = z.coerce.number().int();

/** At most this many people or things in one act. */
export const MOST_AT_ONCE = 500;

/** At most this many things on the page where rights are chosen. */
export const MOST_TO_SET = 20;

/** One value, or several of one kind as a selection sends them. */
const several = <Schema extends z.ZodType>(schema: Schema, least: number) =>
  z.preprocess(
    (value) => [value ?? []].flat(),
    z.array(schema).min(least).max(MOST_AT_ONCE, "too_many_at_once"),
  );

/** Members by their place in the organization. */
export const Members = several(Id, 1);

/** Members whom a form shows or ticks; none is as good. */
export const Chosen = several(Id, 0);

/** What names a team (TEAM-1). */
export const TeamNames = z.object({
  name: lineOfText(LONGEST_TEAM_NAME),
  colour: z.enum(TEAM_COLOURS, "choose_one"),
  description: z.string().trim().max(LONGEST_DESCRIPTION).default(""),
});

/** What access is given on: the id of a product or resource, or the key of a kind. */
const On = z.string().min(1).max(100);

/** Things that a form ticks; none is as good. */
export const Ticked = several(On, 0);

/** Between what access is on and the word for it, in one value of a form: `…~technical`. */
export const BETWEEN = "~";

/**
 * What is set on which object, as a form sends it: every object that the form shows (`on`), and one `access` for each
 * word that was chosen. An object without a word is one whose access is taken away.
 */
export const Settings = z.object({
  on: several(On, 1),
  /** One value names a word on one object, or the same word on several: `…~read,…~read`. */
  access: several(z.string().max(4_000), 0).transform((all) =>
    all.flatMap((one) => one.split(",")).filter((one) => one !== ""),
  ),
});

/** The words chosen for each object; words on anything else are left out. */
export function wordsByObject({ on, access }: z.output<typeof Settings>): Map<string, string[]> {
  const words = new Map<string, string[]>(on.map((one) => [one, []]));
  for (const one of access) {
    const cut = one.lastIndexOf(BETWEEN);
    words.get(one.slice(0, cut))?.push(one.slice(cut + 1));
  }
  return words;
}
