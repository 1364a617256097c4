import { effectsOn } from "@/lib/access/effects";
import type { Reader } from "@/lib/platform/database";
import { holders } from "@/lib/platform/holdings";
import { type LookedAt, peopleReaching } from "./facts/peopleReaching";
import type { NamedThing } from "./reachLines";

/** Somebody who loses what they have on a thing when it ends. */
export type Losing = { id: string; name: string; rights: number };

/** At most this many are named; how many there are is always said. */
const NAMED = 500;

/** Everybody who has something on a thing, as they lose it when it ends: members only, by name. */
export async function peopleReachingAll(
  reader: Reader,
  organizationId: string,
  at: LookedAt,
  thing: NamedThing,
): Promise<{ people: Losing[]; count: number }> {
  const found = peopleReaching(reader, organizationId, at, { q: "", from: [] });
  const reachers = await found.page({ offset: 0, limit: 20_000, descending: false });
  const members = reachers.filter((one) => one.as === "member");
  const held = await holders(
    reader,
    organizationId,
    members.map((one) => one.id),
  );
  const people = members.flatMap(({ id, name }) => {
    const [effect] = effectsOn(held.get(id) ?? null, null, [thing]);
    return effect ? [{ id, name, rights: effect.before }] : [];
  });
  return { people: people.slice(0, NAMED), count: people.length };
}
