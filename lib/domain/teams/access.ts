import type { Insider } from "@/lib/access/actor";
import { rightsFrom } from "@/lib/access/families";
import type { Grant } from "@/lib/access/resolution";
import { accessNote } from "@/lib/domain/products/grants";
import { NotFound, Refused } from "@/lib/kernel/failures";
import type { AuditNote } from "@/lib/pipeline/record";
import type { Reader, Transaction } from "@/lib/platform/database";
import { type NamedObject, objectsById } from "./facts";
import { mayGiveToTeam } from "./rules/teams";

/** One setting of a team's access, checked: no rights take it away. */
export type Setting = { object: NamedObject; rights: number };

/** A setting as it was asked for, with what speaks against it. */
export type JudgedSetting = { object: NamedObject; words: readonly string[]; refusals: readonly string[] };

/** The settings that are asked for, each judged; what is not there, or not any more, is left out. */
export async function judgedSettings(
  reader: Reader,
  actor: Insider,
  words: ReadonlyMap<string, readonly string[]>,
): Promise<JudgedSetting[]> {
  const objects = await objectsById(reader, actor.organization.id, actor.locale, [...words.keys()]);
  return objects.map((object) => {
    const chosen = words.get(object.on) ?? [];
    return { object, words: chosen, refusals: mayGiveToTeam(object, chosen).refusals };
  });
}

/** The rights of those settings that nothing speaks against. */
export const goodSettings = (judged: readonly JudgedSetting[]): Setting[] =>
  judged.flatMap(({ object, words, refusals }) =>
    refusals.length > 0 ? [] : [{ object, rights: rightsFrom(object.type, words) }],
  );

/**
 * The settings that a form asks for. Throws {@link NotFound} where it speaks of nothing that is there, and a refusal
 * where a part of a suite, a right that the kind has not, or something that went meanwhile is among it.
 */
export async function checkedSettings(
  reader: Reader,
  actor: Insider,
  words: ReadonlyMap<string, readonly string[]>,
): Promise<Setting[]> {
  const judged = await judgedSettings(reader, actor, words);
  if (judged.length === 0) throw new NotFound();
  const refusals = judged.flatMap((setting) => [...setting.refusals]);
  if (judged.length < words.size) refusals.push("no_longer_there");
  if (refusals.length > 0) throw new Refused([...new Set(refusals)]);
  return goodSettings(judged);
}

/** Settings as grants, as the effects take them. */
export const asGrants = (settings: readonly Setting[]): Grant[] =>
  settings.map(({ object, rights }) => ({ on: object.on, rights }));

/** The settings that differ from what the team has. */
export function changedSettings(present: readonly Grant[], settings: readonly Setting[]): Setting[] {
  const rights = new Map(present.map((grant) => [grant.on, grant.rights]));
  return settings.filter((setting) => setting.rights !== (rights.get(setting.object.on) ?? 0));
}

/** What is chosen anew is chosen with a right: these have none, and would vanish unsaid. */
export function chosenWithoutRight(present: readonly Grant[], settings: readonly Setting[]): Setting[] {
  const had = new Set(present.map(({ on }) => on));
  return settings.filter(({ object, rights }) => rights === 0 && !had.has(object.on));
}

/** Writes what changed: new grants, other rights, and what is taken away. */
export async function writeSettings(
  tx: Transaction,
  actor: Insider,
  teamId: string,
  settings: readonly Setting[],
  now: Date,
): Promise<void> {
  const organizationId = actor.organization.id;
  await tx.rows(
    `DELETE FROM "AccessGrant" WHERE "organizationId" = $1::uuid AND "teamId" = $2::uuid
       AND coalesce("subscriptionId"::text, "resourceId"::text, "kindKey") = ANY ($3::text[])`,
    organizationId,
    teamId,
    settings.filter(({ rights }) => rights === 0).map(({ object }) => object.on),
  );
  const given = settings.filter(({ rights }) => rights !== 0);
  const present = await tx.rows<{ on: string }>(
    `UPDATE "AccessGrant" g SET "rights" = s."rights", "grantedAt" = $4::timestamptz, "grantedById" = $5::uuid, "grantedByName" = $6
     FROM jsonb_to_recordset($3::jsonb) AS s("on" text, "rights" int)
     WHERE g."organizationId" = $1::uuid AND g."teamId" = $2::uuid
       AND coalesce(g."subscriptionId"::text, g."resourceId"::text, g."kindKey") = s."on"
     RETURNING s."on"`,
    organizationId,
    teamId,
    JSON.stringify(asGrants(given)),
    now,
    actor.userId,
    actor.name,
  );
  const had = new Set(present.map(({ on }) => on));
  await tx.accessGrant.createMany({
    data: given
      .filter(({ object }) => !had.has(object.on))
      .map(({ object, rights }) => ({
        organizationId,
        teamId,
        ...COLUMN[object.as](object.on),
        rights,
        grantedAt: now,
        grantedById: actor.userId,
        grantedByName: actor.name,
      })),
  });
}

const COLUMN = {
  product: (on: string) => ({ subscriptionId: on }),
  resource: (on: string) => ({ resourceId: on }),
  kind: (on: string) => ({ kindKey: on }),
};

/** What the record says about what a team was given, was given otherwise, or lost: one entry for each object. */
export function notesOf(
  reader: Reader,
  organizationId: string,
  team: { id: string; name: string },
  present: readonly Grant[],
  settings: readonly Setting[],
): Promise<AuditNote[]> {
  const rights = new Map(present.map((grant) => [grant.on, grant.rights]));
  const holder = {
    as: "team",
    role: null,
    isThere: true,
    id: team.id,
    name: team.name,
    email: null,
  } as const;
  const notes = settings.map(async ({ object, rights: after }) => {
    const before = rights.get(object.on) ?? 0;
    const named = {
      ...object,
      id: object.on,
      kindNames: object.kindNames ?? {},
      product:
        object.productId === null ? null : { id: object.productId, name: object.inside ?? object.name },
    };
    return {
      action: before === 0 ? "access.given" : after === 0 ? "access.withdrawn" : "access.changed",
      ...(await accessNote(
        reader,
        organizationId,
        { holder, object: named },
        { before: before || null, after: after || null },
      )),
    };
  });
  return Promise.all(notes);
}
