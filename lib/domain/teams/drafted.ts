import { wordsFor } from "@/lib/access/families";
import type { Reader } from "@/lib/platform/database";
import type { TeamAnswers } from "./draft";
import { effectsOfCreating } from "./effects";
import { candidatesById, objectsById } from "./facts";
import type { Acting } from "./managing";

/**
 * The team that a draft would become at this moment: who and what of it is still there, and what they gain. The last step
 * shows it, and the team is made of it; the seal says that both are the same (TEAM-2).
 */
export async function teamAsDrafted(
  reader: Reader,
  { actor, demand }: Acting,
  draft: string,
  answers: TeamAnswers,
) {
  if (answers.access.length > 0) demand("access.give");
  const organizationId = actor.organization.id;
  const { name, colour, description } = answers;
  const people = await candidatesById(reader, organizationId, null, answers.members);
  const leaders = people.map(({ id }) => id).filter((id) => answers.leaders.includes(id));
  const rights = new Map(answers.access.map((grant) => [grant.on, grant.rights]));
  const objects = await objectsById(reader, organizationId, actor.locale, [...rights.keys()]);
  const grants = objects.map(({ on }) => ({ on, rights: rights.get(on) ?? 0 }));
  const told = grants.map((grant) => `${grant.on} ${grant.rights}`).sort();
  const effects = await effectsOfCreating(
    reader,
    organizationId,
    { id: draft, name, grants },
    people.map(({ id }) => id),
    [name, colour, description, leaders.sort(), told],
  );
  return {
    people,
    leaders: new Set(leaders),
    words: new Map(objects.map((one) => [one.on, wordsFor(one.type, rights.get(one.on) ?? 0)])),
    effects,
  };
}
