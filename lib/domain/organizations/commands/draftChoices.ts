import { z } from "zod";
import { billingChoice } from "@/lib/access/roles";
import { ensure } from "@/lib/kernel/decision";
import { Refused } from "@/lib/kernel/failures";
import { command } from "@/lib/pipeline/command";
import { type DraftAnswers, draftById, keepDraft } from "../draft";
import { Checkbox, Id, RoleInput } from "../inputs";
import { mayGive } from "../rules/members";

/** A question may stay open where another step is gone to (`go`). */
const Question = z.object({ draft: Id, go: z.string().optional() });

const Step = z.discriminatedUnion("step", [
  Question.extend({
    step: z.literal("place"),
    place: z.enum(["inside", "external"], "choose_one").optional(),
  }).refine(({ place, go }) => place ?? go, { path: ["place"], message: "choose_one" }),
  Question.extend({ step: z.literal("role"), role: RoleInput.optional() }).refine(
    ({ role, go }) => role ?? go,
    { path: ["role"], message: "choose_one" },
  ),
  z.object({
    step: z.literal("preferences"),
    draft: Id,
    billingRight: Checkbox,
    remindersByEmail: Checkbox,
    remindersBySms: Checkbox,
    productEventsByEmail: Checkbox,
  }),
]);

/** The middle steps of "Add a user" (USR-8): inside or external, role, billing right and reminders. */
export const draftChoices = command("invitation.drafted", {
  permission: "user.invite",
  input: Step,
  async run({ tx, actor, now }, answer) {
    const own = { organizationId: actor.organization.id, userId: actor.userId };
    const kept = await draftById(tx, own, answer.draft);
    const answers = withAnswer(kept, answer);
    if (answers.role)
      ensure(mayGive(actor.standing, { role: answers.role, billingRight: answers.billingRight }));
    await keepDraft(tx, own, answer.draft, answers, now);
    return { result: { draft: answer.draft }, audit: [] };
  },
});

function withAnswer(kept: DraftAnswers, answer: z.output<typeof Step>): DraftAnswers {
  switch (answer.step) {
    case "place": {
      if (!answer.place) return kept;
      const inside = answer.place === "inside";
      // Externals have nothing to do with bills (USR-7): what reminds of them is off until it is ticked.
      const reminders = kept.inside === inside ? {} : { remindersByEmail: inside, remindersBySms: false };
      const role = inside ? (kept.role === "EXTERNAL" ? null : kept.role) : "EXTERNAL";
      return { ...kept, ...reminders, inside, role, billingRight: inside && kept.billingRight };
    }
    case "role":
      if (!answer.role) return kept;
      if ((answer.role === "EXTERNAL") === kept.inside)
        throw new Refused(["choose_inside_or_external_first"], "role");
      return {
        ...kept,
        role: answer.role,
        billingRight: billingChoice(answer.role, kept.billingRight),
      };
    case "preferences": {
      const { step: _step, draft: _draft, ...choices } = answer;
      const billingRight = kept.role !== null && billingChoice(kept.role, choices.billingRight);
      return { ...kept, ...choices, billingRight };
    }
  }
}
