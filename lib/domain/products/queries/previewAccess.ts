import { z } from "zod";
import { isLadder, wordsFor } from "@/lib/access/families";
import { Id } from "@/lib/domain/organizations/inputs";
import { NotFound } from "@/lib/kernel/failures";
import { query } from "@/lib/pipeline/query";
import { effectsOfGrant, type GrantEffects } from "../effectsOfGrant";
import { grantBetween, grantById, holderByRef, objectByRef } from "../facts/access";
import { HolderReference, ObjectReference, Words } from "../inputs";
import { bitsOf, mayBeGiven, mayChangeAccess, mayGiveAccess, wordsFrom, wordsOn } from "../rules/access";
import { shownEffects } from "../shownEffects";

/** Nothing is decided yet, so there is no effect. */
const NOT_DECIDED: GrantEffects = { people: [], touched: [], targets: [], changed: [], seal: "" };

/**
 * What giving, changing or withdrawing would do, before it is done: what can be chosen, what speaks against it by the
 * rule that the command asks, and who gains and loses what, by the function that decides afterwards (TEAM-4).
 */
export const previewAccess = query("access.preview", {
  permission: "access.give",
  input: z.union([
    z.object({ act: z.literal("give"), holder: HolderReference, on: ObjectReference, rights: Words }),
    z.object({ act: z.literal("change"), id: Id, rights: Words }),
    z.object({ act: z.literal("withdraw"), id: Id }),
    z.object({
      act: z.enum(["change", "withdraw"]),
      holder: HolderReference,
      on: ObjectReference,
      rights: Words,
    }),
  ]),
  async run({ reader, actor }, wish) {
    const organizationId = actor.organization.id;
    const named = "holder" in wish ? { holder: wish.holder, object: wish.on } : null;
    const existing = named
      ? await grantBetween(reader, organizationId, named.holder, named.object)
      : await grantById(reader, organizationId, "id" in wish ? wish.id : "");
    const given = wish.act === "give" ? null : existing;
    const ref = named ?? given;
    if (!ref || (wish.act !== "give" && !given)) throw new NotFound();
    const holder = await holderByRef(reader, organizationId, ref.holder);
    const object = await objectByRef(reader, organizationId, ref.object);
    const hasAlready = existing !== null;
    const words = wish.act !== "withdraw" && "rights" in wish ? wish.rights : [];
    const refusals = (): readonly string[] => {
      if (wish.act === "withdraw") return [];
      if (wish.act === "change")
        return words.length === 0
          ? []
          : mayChangeAccess({ holder, object, before: given?.rights ?? 0, words }).refusals;
      const facts = { holder, object, hasAlready };
      return words.length === 0 ? mayBeGiven(facts).refusals : mayGiveAccess({ ...facts, words }).refusals;
    };
    const isKnown = words.every((word) => wordsOn(object).includes(word));
    const isDecided = wish.act === "withdraw" || (words.length > 0 && isKnown);
    const rights = wish.act === "withdraw" ? null : isKnown ? bitsOf(object, words) : 0;
    const { people, touched, targets, changed, seal } = isDecided
      ? await effectsOfGrant(reader, organizationId, { ...ref, rights })
      : NOT_DECIDED;
    const names = new Map(people.map(({ id, name, role }) => [id, { name, role }]));
    const effects = await shownEffects(changed, touched, targets, () => Promise.resolve(names));
    return {
      organization: actor.organization,
      person: { userId: actor.userId },
      act: wish.act,
      holder,
      object,
      words: wordsFrom(object, holder),
      isLadder: isLadder(object.type),
      /** The grant as it is now; its rights are what the form was made from. */
      given: given && {
        id: given.id,
        rights: given.rights,
        words: wordsFor(object.type, given.rights),
      },
      chosen: words,
      isDecided,
      refusals: refusals(),
      effects,
      /** There is nothing of the kind yet, or nobody who holds it: it counts as soon as there is. */
      counts:
        targets.length === 0
          ? ("later" as const)
          : touched.length === 0
            ? ("joining" as const)
            : ("now" as const),
      takes: effects.summary.losses > 0,
      /** Says which effect this is. */
      seal,
    };
  },
});

/** What giving, changing or withdrawing would do. */
export type AccessPreview = Awaited<ReturnType<typeof previewAccess.execute>>;
