import type { ReactNode } from "react";
import { Icon } from "@/components/ui/Icon";

export interface WizardStep {
  label: string;
  /** What a form sends as `go` to go there. */
  name?: string;
  /** Steps that can be gone to have an address. */
  href?: string;
  state: "done" | "current" | "open";
}

/**
 * The frame of a wizard: its steps as links, and the current one in a card. Back and Continue are the form's: pass Back
 * as the `aside` of the ActionForm. `labels.done` is read after a step that is done. Where the step keeps its answers
 * on the way to any other step, `form` is the id of its form: it is sent with that step's name as `go`.
 */
export function Wizard({
  steps,
  labels,
  title,
  description,
  form,
  children,
}: {
  steps: readonly WizardStep[];
  labels: { steps: string; done: string };
  /** h2 of the step. */
  title: string;
  description?: ReactNode;
  form?: string;
  children: ReactNode;
}) {
  return (
    <div className="wizard">
      {form ? <EnterButton form={form} /> : null}
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
                {!step.href || step.state === "current" ? (
                  <span aria-current={step.state === "current" ? "step" : undefined}>{content}</span>
                ) : form ? (
                  <button type="submit" form={form} name="go" value={step.name}>
                    {content}
                  </button>
                ) : (
                  <a href={step.href}>{content}</a>
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

/** Enter presses the first button of a form: without this one, that of another step. */
const EnterButton = ({ form }: { form: string }) => (
  <button
    type="submit"
    form={form}
    name="page"
    value="1"
    className="sr-only"
    tabIndex={-1}
    aria-hidden="true"
  />
);
