import type { WizardStep } from "@/components/manager/Wizard";
import { hasAllRights } from "@/lib/access/roles";
import type { showDraft } from "@/lib/domain/organizations/queries/showDraft";
import type { DraftAccess } from "@/lib/domain/teams/queries/draftAccess";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";

export const STEPS = [
  "addresses",
  "preview",
  "place",
  "role",
  "preferences",
  "products",
  "teams",
  "review",
] as const;
export type Step = (typeof STEPS)[number];

/** What the head names: the same from beginning to end, whichever questions an answer spares. */
const STAGES = [
  { name: "addresses", steps: ["addresses", "preview"] },
  { name: "role", steps: ["place", "role"] },
  { name: "preferences", steps: ["preferences"] },
  { name: "products", steps: ["products"] },
  { name: "teams", steps: ["teams"] },
  { name: "review", steps: ["review"] },
] as const satisfies { name: Step; steps: Step[] }[];

export type DraftView = Awaited<ReturnType<typeof showDraft.execute>> & { access: DraftAccess };

/** Whether there is anything to choose in this step, whoever is invited. */
const isOffered = (step: Step, { access }: DraftView): boolean =>
  !(step === "products" && !access.hasProducts) && !(step === "teams" && !access.teams.isAny);

/**
 * The steps that this draft goes through: one address needs no preview, an external no role, and whoever has all rights
 * by role no product (USR-8).
 */
const stepsOf = (view: DraftView): Step[] => {
  const { rows, inside, role } = view.answers;
  return STEPS.filter(
    (step) =>
      isOffered(step, view) &&
      !(step === "preview" && rows.length === 1) &&
      !(step === "role" && inside === false) &&
      !(step === "products" && role !== null && hasAllRights(role)),
  );
};

/** Whether a step has answers to keep on the way to any other. */
export const isKeeping = (step: Step): boolean => step !== "preview" && step !== "review";

const isAnswered = (step: Step, { answers, invitable }: DraftView): boolean => {
  switch (step) {
    case "addresses":
      return answers.rows.length > 0;
    case "preview":
      return invitable.length > 0;
    case "place":
      return answers.inside !== null;
    case "role":
      return answers.role !== null;
    default:
      return true;
  }
};

/** The step to show instead of the one asked for: nobody skips a question. */
export function allowedStep(asked: Step | "done", view: DraftView): Step | "done" {
  if (view.answers.sent) return "done";
  const steps = stepsOf(view);
  const open = steps.find((step) => !isAnswered(step, view)) ?? "review";
  if (asked === "done") return open;
  // A step that is spared leads to the one after it.
  const wanted = STEPS.slice(STEPS.indexOf(asked)).find((step) => steps.includes(step)) ?? open;
  return steps.indexOf(wanted) > steps.indexOf(open) ? open : wanted;
}

/** The step that is so many further. */
export const neighbour = (step: Step, view: DraftView, by: 1 | -1): Step | undefined => {
  const steps = stepsOf(view);
  return steps[steps.indexOf(step) + by];
};

const addressOf = (step: Step | undefined, { organization, draft }: DraftView): string =>
  step ? routes.addUser(organization.slug, step, draft ?? undefined) : routes.users(organization.slug);

/** Where Back leads; from the first step to the users. */
export const backHref = (step: Step, view: DraftView): string => addressOf(neighbour(step, view, -1), view);

/** Where a step that asks nothing leads. */
export const nextHref = (step: Step, view: DraftView): string => addressOf(neighbour(step, view, 1), view);

/** The wizard's head; what was answered can be gone back to. */
export function wizardSteps(t: Translate, current: Step, view: DraftView): WizardStep[] {
  const steps = stepsOf(view);
  const open = steps.find((step) => !isAnswered(step, view)) ?? "review";
  const stages = STAGES.map((stage) => ({ ...stage, steps: stage.steps as readonly Step[] })).filter(
    ({ name }) => isOffered(name, view),
  );
  const isSpared = (step: Step | undefined) => step === "products" && !steps.includes(step);
  const at = stages.findIndex((stage) => stage.steps.includes(current));
  const reachable = stages.findIndex((stage) => stage.steps.includes(open));
  return stages.map(({ name, steps: [first] }, index) => ({
    name: first,
    label: t(`users.wizard.steps.${name}`),
    href: index <= reachable && !isSpared(first) ? addressOf(first, view) : undefined,
    state: index === at ? "current" : index < at ? "done" : "open",
  }));
}
