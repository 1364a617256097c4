import type { ReactNode } from "react";
import { Icon } from "@/components/ui/Icon";

export interface WizardStep {
  label: string;
  /** Steps that can be gone to have an address. */
  href?: string;
  state: "done" | "current" | "open";
}

/**
 * The frame of a wizard: its steps as links, and the current one in a card. Back and Continue are the form's: pass Back
 * as the `aside` of the ActionForm. `labels.done` is read after a step that is done.
 */
export function Wizard({
  steps,
  labels,
  title,
  description,
  children,
}: {
  steps: readonly WizardStep[];
  labels: { steps: string; done: string };
  /** h2 of the step. */
  title: string;
  description?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="wizard">
      <nav aria-label={labels.steps}>
        <ol className="steps">
          {steps.map((step, index) => {
            const content = (
              <>
                <i aria-hidden="true">{step.state === "done" ? <Icon name="check" /> : index + 1}</i>
                <span className="step-label">{step.label}</span>
                {step.state === "done" ? <span className="sr-only"> ({labels.done})</span> : null}
              </>
            );
            return (
              <li key={step.label} data-done={step.state === "done" ? "" : undefined}>
                {step.href && step.state !== "current" ? (
                  <a href={step.href}>{content}</a>
                ) : (
                  <span aria-current={step.state === "current" ? "step" : undefined}>{content}</span>
                )}
              </li>
            );
          })}
        </ol>
      </nav>
      <section className="card">
        <div className="card-head">
          <h2>{title}</h2>
          {description ? <p>{description}</p> : null}
        </div>
        <div className="card-body">{children}</div>
      </section>
    </div>
  );
}
