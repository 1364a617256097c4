import type { WizardStep } from "@/components/manager/Wizard";
import type { TeamDraftView } from "@/lib/domain/teams/queries/showTeamDraft";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";

export const STEPS = ["name", "access", "members", "leaders", "check"] as const;
export type Step = (typeof STEPS)[number];

const isNamed = ({ answers }: TeamDraftView): boolean => answers.name !== "" && answers.colour !== null;

/** The steps that this person goes through: what a team reaches is asked of whoever may give it. */
const stepsOf = ({ mayGive }: TeamDraftView): Step[] => STEPS.filter((step) => step !== "access" || mayGive);

/** The step to show instead of the one asked for: a team without a name has no further steps. */
export function allowedStep(asked: Step, view: TeamDraftView): Step {
  if (!isNamed(view)) return "name";
  // A step that is spared leads to the one after it.
  const steps = stepsOf(view);
  return STEPS.slice(STEPS.indexOf(asked)).find((step) => steps.includes(step)) ?? asked;
}

/** Whether a step has answers to keep on the way to any other: leaders are asked for among members. */
export const isKeeping = (step: Step, { people }: TeamDraftView): boolean =>
  step !== "check" && (step !== "leaders" || people.length > 0);

/** The step so many steps away. */
export function neighbour(step: Step, by: -1 | 0 | 1, view: TeamDraftView): Step | undefined {
  const steps = stepsOf(view);
  return steps[steps.indexOf(step) + by];
}

/** Its address; before the first one, the teams. */
export function stepHref(step: Step, by: -1 | 0 | 1, view: TeamDraftView): string {
  const { organization, draft } = view;
  const to = neighbour(step, by, view);
  return to ? routes.newTeam(organization.slug, to, draft ?? undefined) : routes.teams(organization.slug);
}

/** The wizard's head; what was answered can be gone back to, and once the team has a name every step is open. */
export const wizardSteps = (t: Translate, current: Step, view: TeamDraftView): WizardStep[] =>
  stepsOf(view).map((step, index, steps) => ({
    name: step,
    label: t(`teams.wizard.steps.${step}`),
    href: isNamed(view) ? stepHref(step, 0, view) : undefined,
    state: step === current ? "current" : index < steps.indexOf(current) ? "done" : "open",
  }));
