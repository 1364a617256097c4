import { z } from "zod";
import { PRODUCT_RIGHTS } from "@/lib/access/families";
import { draftById, keepDraft } from "@/lib/domain/organizations/draft";
import { Id } from "@/lib/domain/organizations/inputs";
import { Refused } from "@/lib/kernel/failures";
import { command } from "@/lib/pipeline/command";
import { ensureCanBeGiven, grantsFrom, objectsOf } from "../promising";

/** At most this many rights at once: more than a form shows. */
const MOST = 2_000;

const CHOSEN = /^(product|kind):([a-z0-9-]{1,100}):([a-z]+)$/;

/** `product:4f…:technical`, `kind:ticketing:sale`: one right on one product, or on all of a kind. */
const Chosen = z.string().transform((text, context) => {
  const [, as, id, word] = CHOSEN.exec(text) ?? [];
  const right = PRODUCT_RIGHTS.find((one) => one === word);
  if ((as === "product" || as === "kind") && id && right) return { as, id, right } as const;
  context.addIssue({ code: "custom", message: "choose_one" });
  return z.NEVER;
});

const keyOf = ({ as, id }: { as: string; id: string }): string => `${as}:${id}`;

/** The step "products" of "Add a user" (USR-8, USR-14): rights on products, or on all of a kind, that accepting gives. */
export const draftProducts = command("invitation.drafted", {
  permission: "access.give",
  input: z.object({
    draft: Id,
    /** What the page showed: rights that were chosen on other pages are kept (`product:4f…`, `kind:ticketing`). */
    shown: z.preprocess(
      (value) => [value ?? []].flat().filter((one) => one !== ""),
      z.array(z.string().max(200)).max(MOST),
    ),
    rights: z.preprocess(
      (value) => [value ?? []].flat().filter((one) => one !== ""),
      z.array(Chosen).max(MOST),
    ),
  }),
  async run({ tx, actor, now }, { draft, shown, rights }) {
    const own = { organizationId: actor.organization.id, userId: actor.userId };
    const answers = await draftById(tx, own, draft);
    if (!answers.role) throw new Refused(["choose_a_role_first"]);
    const chosen = grantsFrom(rights);
    await ensureCanBeGiven(tx, own.organizationId, answers.role, chosen);
    const answered = new Set([...shown, ...chosen.map(keyOf)]);
    const others = answers.grants.filter((grant) => !answered.has(keyOf(grant)));
    // What has ended since is not to be taken out by hand: no page shows it any more.
    const living = new Set((await objectsOf(tx, own.organizationId, others)).map(keyOf));
    const grants = [...others.filter((grant) => living.has(keyOf(grant))), ...chosen];
    await keepDraft(tx, own, draft, { ...answers, grants }, now);
    return { result: { draft }, audit: [] };
  },
});
