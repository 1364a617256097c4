import type { ReactNode } from "react";
import { Callout } from "@/components/ui/Callout";
import type { FormState } from "@/lib/pipeline/formState";
import { fieldLabels } from "./fieldLabels";
import { fieldId } from "./formContext";
import type { FormLabels } from "./labels";

/** What a form answered: that it is done, or what is wrong, each problem with the name of its field as a link. */
export function FormMessage({
  state,
  labels,
  formId,
  fields,
}: {
  state: FormState;
  labels: FormLabels;
  formId: string;
  fields: ReactNode;
}) {
  const errors = Object.entries(state.errors ?? {}).flatMap(([name, list]) =>
    list.slice(0, 1).map((text) => ({ name, text })),
  );
  if (state.status === "done") {
    return state.message ? (
      <div data-form-message tabIndex={-1}>
        <Callout tone="positive" role="status">
          {state.message}
        </Callout>
      </div>
    ) : null;
  }
  if (errors.length === 0 && (state.status === "idle" || state.status === "confirm")) return null;
  const names = fieldLabels(fields).set("_password", labels.password);
  const title = state.status === "refused" ? labels.refusedTitle : labels.errorTitle;
  return (
    <div data-form-message tabIndex={-1}>
      <Callout tone="critical" role="alert" title={title}>
        {state.message && state.message !== title ? <p>{state.message}</p> : null}
        {errors.length > 0 ? (
          <ul>
            {errors.map(({ name, text }) => (
              <li key={name}>
                <a href={`#${fieldId(formId, name)}`}>{named(labels.problem, names.get(name), text)}</a>
              </li>
            ))}
          </ul>
        ) : null}
      </Callout>
    </div>
  );
}

/** "Street: At most 120 characters." as the language joins them; a problem of the whole has no name. */
const named = (pattern: string, field: string | undefined, problem: string) =>
  field
    ? pattern.replace(/\{(field|problem)\}/g, (_, blank) => (blank === "field" ? field : problem))
    : problem;
