import type { WizardStep } from "@/components/manager/Wizard";
import type { listSuccessors } from "@/lib/domain/organizations/queries/listSuccessors";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";

const STEPS = ["successor", "becomes", "review"] as const;
type Step = (typeof STEPS)[number];
export const BECOMES = ["ADMINISTRATOR", "COLLABORATOR", "EXTERNAL", "REMOVED"] as const;

export type ReplaceView = Awaited<ReturnType<typeof listSuccessors.execute>>;
export type ReplaceSearch = {
  successor: string | undefined;
  becomes: (typeof BECOMES)[number] | undefined;
  /** The step that was gone to. */
  go: Step | undefined;
  q: string;
};

/** The answer in the address, if it is one. */
export const becomesIn = (text: string | undefined) => BECOMES.find((one) => one === text);
export const stepIn = (text: string | undefined) => STEPS.find((one) => one === text);

/** The step that was gone to; nobody gets beyond the first question that has no answer yet. */
export function stepOf(view: ReplaceView, { becomes, go }: ReplaceSearch): Step {
  const open = view.next === null ? "successor" : becomes === undefined ? "becomes" : "review";
  return go && STEPS.indexOf(go) < STEPS.indexOf(open) ? go : open;
}

/** A step's address, with everything that was answered. */
export const hrefOf = (go: Step, { old, next, organization }: ReplaceView, { becomes }: ReplaceSearch) =>
  routes.replaceLegalRepresentative(organization.slug, old.id, { successor: next?.id, becomes, go });

/** The wizard's head; what was answered can be gone back to. */
export const wizardSteps = (
  t: Translate,
  current: Step,
  view: ReplaceView,
  search: ReplaceSearch,
): WizardStep[] =>
  STEPS.map((step, index) => {
    const at = STEPS.indexOf(current);
    return {
      name: step,
      label: t(`users.replace.steps.${step}`),
      href: index < at ? hrefOf(step, view, search) : undefined,
      state: index < at ? "done" : index === at ? "current" : "open",
    };
  });
