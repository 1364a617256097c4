import type { WizardStep } from "@/components/manager/Wizard";
import type { TeamDraftView } from "@/lib/domain/teams/queries/showTeamDraft";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";

export const STEPS = ["name", "access", "members", "leaders", "check"] as const;
export type Step = (typeof STEPS)[number];

const isNamed = ({ answers }: TeamDraftView): boolean => answers.name !== "" && answers.colour !== null;

/** The step to show instead of the one asked for: a team without a name has no further steps. */
export const allowedStep = (asked: Step, view: TeamDraftView): Step => (isNamed(view) ? asked : "name");

/** Whether a step keeps what is ticked in it on the way to any other: where there is something to tick. */
export const isKeeping = (step: Step, { people }: TeamDraftView): boolean =>
  step === "access" || step === "members" || (step === "leaders" && people.length > 0);

/** The address of the step so many steps away; before the first one, the teams. */
export function stepHref(step: Step, by: -1 | 0 | 1, { organization, draft }: TeamDraftView): string {
  const to = STEPS[STEPS.indexOf(step) + by];
  return to && STEPS.indexOf(step) + by >= 0
    ? routes.newTeam(organization.slug, to, draft ?? undefined)
    : routes.teams(organization.slug);
}

/** The wizard's head; what was answered can be gone back to, and once the team has a name every step is open. */
export const wizardSteps = (t: Translate, current: Step, view: TeamDraftView): WizardStep[] =>
  STEPS.map((step, index) => ({
    name: step,
    label: t(`teams.wizard.steps.${step}`),
    href: isNamed(view) ? stepHref(step, 0, view) : undefined,
    state: step === current ? "current" : index < STEPS.indexOf(current) ? "done" : "open",
  }));
