"use client";

import { unstable_rethrow } from "next/navigation";
import {
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useId,
  useRef,
  useSyncExternalStore,
} from "react";
import { Button } from "@/components/ui/Button";
import { Callout } from "@/components/ui/Callout";
import { LARGEST_FILE_BYTES } from "@/lib/kernel/limits";
import { type FormState, IDLE } from "@/lib/pipeline/formState";
import { FormMessage } from "./FormMessage";
import { type FieldFact, fieldFacts } from "./fieldFacts";
import { PasswordField } from "./fields";
import { FormContext } from "./formContext";
import type { FormLabels } from "./labels";

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;

/** Who was looking at the form, and the idempotency key made when it was rendered. */
export interface FormScope {
  user?: string;
  organization?: string;
  key: string;
}

interface ActionFormProps {
  action: FormAction;
  scope?: FormScope;
  labels: FormLabels;
  /** Label of the button that sends. */
  submit: string;
  tone?: "primary" | "danger" | "secondary";
  /** Beside the button, e.g. a Cancel link. */
  aside?: ReactNode;
  /** Further hidden fields, e.g. the id of what is changed. */
  hidden?: Readonly<Record<string, string>>;
  /** Values to start from, by field name. */
  initial?: Readonly<Record<string, string | string[]>>;
  id?: string;
  /** A button as wide as the form: public cards. */
  wide?: boolean;
  /** Empties the fields once it is done: forms that are used again and again. */
  resetOnDone?: boolean;
  children?: ReactNode;
}

const noSubscription = () => () => undefined;
const useHydrated = () =>
  useSyncExternalStore(
    noSubscription,
    () => true,
    () => false,
  );

/**
 * A form bound to a server action. Works without JavaScript; with it nothing entered is lost, whatever comes back,
 * a broken connection included. Errors stand in a summary that names and links their fields, and beside them; `confirm` asks for
 * the password in the same form. Fields are those of `components/manager/fields`.
 */
export function ActionForm({
  action,
  scope,
  labels,
  submit,
  tone = "primary",
  aside,
  hidden,
  initial = {},
  id,
  wide,
  resetOnDone,
  children,
}: ActionFormProps) {
  const madeId = useId();
  const formId = id ?? madeId;
  const hydrated = useHydrated();
  const form = useRef<HTMLFormElement>(null);

  // What the server cannot answer (no connection, a bug) is answered here, so that the form and its values stay.
  const guarded: FormAction = async (state, data) => {
    if ([...data.values()].some((value) => value instanceof File && value.size > LARGEST_FILE_BYTES))
      return { status: "refused", message: labels.fileTooLarge, attempt: state.attempt + 1 };
    try {
      return await action(state, data);
    } catch (error) {
      unstable_rethrow(error);
      const reference = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
      const message = reference ? labels.broken.replace("{reference}", reference) : labels.unreachable;
      return { status: "refused", message, attempt: state.attempt + 1 };
    }
  };
  const [state, dispatch, pending] = useActionState(hydrated ? guarded : action, IDLE);

  useEffect(() => {
    if (state.attempt === 0) return;
    if (state.status === "done" && resetOnDone) form.current?.reset();
    const target = state.status === "confirm" ? `[name="_password"]` : "[data-form-message]";
    form.current?.querySelector<HTMLElement>(target)?.focus();
  }, [state, resetOnDone]);

  // By hand instead of by React: a form action would empty the fields after every answer.
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const data = new FormData(event.currentTarget, submitter);
    startTransition(() => dispatch(data));
  };

  const facts = fieldFacts(children, initial);
  // Also after a wrong one: the form would have to be sent once more to be asked again.
  const asksPassword = state.status === "confirm" || state.errors?._password !== undefined;
  return (
    <FormContext value={{ formId, state, initial, labels }}>
      <form ref={form} id={formId} action={dispatch} onSubmit={send} noValidate className="grid gap-5">
        {scope ? (
          <>
            <input type="hidden" name="_key" value={scope.key} />
            {scope.user ? <input type="hidden" name="_user" value={scope.user} /> : null}
            {scope.organization ? (
              <input type="hidden" name="_organization" value={scope.organization} />
            ) : null}
          </>
        ) : null}
        {Object.entries(hidden ?? {}).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {hidden?.version === undefined && hidden?.seen === undefined ? null : (
          <input type="hidden" name="_seen" value={startsOf(facts)} />
        )}
        <FormMessage state={state} labels={labels} formId={formId} fields={facts} />
        {children}
        {asksPassword ? (
          <>
            <Callout tone="caution" title={labels.confirmTitle}>
              {state.message ?? labels.confirmHint}
            </Callout>
            <PasswordField name="_password" label={labels.password} />
          </>
        ) : null}
        <div className="actions">
          <Button type="submit" variant={tone} busy={pending} wide={wide}>
            {submit}
          </Button>
          {aside}
        </div>
      </form>
    </FormContext>
  );
}

/** What was shown when the form was made, sent along: should somebody have been faster, it tells what they changed. */
const startsOf = (facts: ReadonlyMap<string, FieldFact>): string =>
  JSON.stringify(Object.fromEntries([...facts].map(([name, { start }]) => [name, start])));
