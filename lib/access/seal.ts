import { createHash } from "node:crypto";
import { Refused } from "@/lib/kernel/failures";
import type { PersonEffect } from "./effects";
import type { Grant, Holder, Target } from "./resolution";

/**
 * Says which effect was shown, on whom and line by line: a form sends it back, and what would have another effect by
 * then is not done. `touched`: everybody whom the change is about; `besides`: what else was shown and must not change
 * unseen.
 */
export function sealOf(
  touched: readonly string[],
  effects: readonly PersonEffect<Target>[],
  besides: unknown = null,
): string {
  const lines = effects.flatMap(({ id, gains, losses }) =>
    [...gains, ...losses].map(({ target, before, after }) => [id, target.id, before, after].join(" ")),
  );
  return seal([[...touched].sort(), lines.sort(), besides]);
}

/**
 * Says what somebody held when a form about all of it was shown, for whoever cannot compute what goes with it: what is
 * lost follows from what is held.
 */
export function sealOfHolding({ role, grants, teams }: Holder, besides: unknown): string {
  const given = (all: readonly Grant[]) => all.map(({ on, rights }) => `${on} ${rights}`).sort();
  const byTeam = teams.map((team) => [team.id, ...given(team.grants)].join(" "));
  return seal([role, given(grants), byTeam.sort(), besides]);
}

/**
 * Throws a refusal where a form showed something else than there is now; a form that showed nothing is let through, and
 * `present` is not asked for.
 */
export async function ensureAsShown(
  shown: string | undefined,
  present: () => Promise<{ seal: string } | undefined>,
): Promise<void> {
  if (shown !== undefined && shown !== (await present())?.seal) throw new Refused(["effect_changed"]);
}

const seal = (shown: unknown): string =>
  createHash("sha256").update(JSON.stringify(shown)).digest("base64url").slice(0, 22);
