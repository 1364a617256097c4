import { Callout } from "@/components/ui/Callout";
import type { FormState } from "@/lib/pipeline/formState";
import { type FieldFact, filled, isSame } from "./fieldFacts";
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
  fields: ReadonlyMap<string, FieldFact>;
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
  const nameOf = (name: string) => (name === "_password" ? labels.password : fields.get(name)?.label);
  const title = state.status === "refused" ? labels.refusedTitle : labels.errorTitle;
  return (
    <div data-form-message tabIndex={-1}>
      <Callout tone="critical" role="alert" title={title}>
        {state.message && state.message !== title ? <p>{state.message}</p> : null}
        {errors.length > 0 ? (
          <ul>
            {errors.map(({ name, text }) => (
              <li key={name}>
                <a href={`#${fieldId(formId, name)}`}>{named(labels.problem, nameOf(name), text)}</a>
              </li>
            ))}
          </ul>
        ) : null}
        {state.seen ? <Meanwhile seen={state.seen} fields={fields} labels={labels} /> : null}
      </Callout>
    </div>
  );
}

/** What is otherwise now than when the form was opened, and that one's own entries wait to be sent again. */
function Meanwhile({
  seen,
  fields,
  labels,
}: {
  seen: NonNullable<FormState["seen"]>;
  fields: ReadonlyMap<string, FieldFact>;
  labels: FormLabels;
}) {
  // Nothing was entered where there is no field: what is confirmed is what stands there.
  if (fields.size === 0) return <p>{labels.readAgain}</p>;
  const changed = [...fields].filter(([name, { start }]) => !isSame(filled(seen[name]), start));
  return (
    <>
      {changed.length > 0 ? (
        <ul>
          {changed.map(([name, fact]) => (
            <li key={name}>{named(labels.changedNow, fact.label, valueInWords(fact, labels))}</li>
          ))}
        </ul>
      ) : (
        <p>{labels.changedElsewhere}</p>
      )}
      <p>{labels.kept}</p>
    </>
  );
}

function valueInWords({ isBox, start, words }: FieldFact, labels: FormLabels): string {
  if (isBox) return start.length > 0 ? labels.yes : labels.no;
  return start.map((value) => words?.get(value) ?? value).join(", ") || labels.nothing;
}

/** "Street: At most 120 characters." as the language joins them; a problem of the whole has no name. */
const named = (pattern: string, field: string | undefined, value: string) =>
  field ? pattern.replace(/\{(field|value)\}/g, (_, blank) => (blank === "field" ? field : value)) : value;
