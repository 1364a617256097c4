import { createHash } from "node:crypto";
import type { PersonEffect } from "./effects";
import type { Target } from "./resolution";

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
  const shown = JSON.stringify([[...touched].sort(), lines.sort(), besides]);
  return createHash("sha256").update(shown).digest("base64url").slice(0, 22);
}
