"use client";

import { createContext, useContext } from "react";
import { type FormState, IDLE } from "@/lib/pipeline/formState";
import { filled, isSame } from "./fieldFacts";

interface FormContextValue {
  formId: string;
  state: FormState;
  initial: Readonly<Record<string, string | string[]>>;
  labels: { optional: string; showPassword: string; hidePassword: string };
}

export const FormContext = createContext<FormContextValue>({
  formId: "form",
  state: IDLE,
  initial: {},
  labels: { optional: "", showPassword: "", hidePassword: "" },
});

export const fieldId = (formId: string, name: string) => `${formId}-${name.replace(/[^\w-]/g, "_")}`;

const asList = (value: string | string[] | undefined) =>
  value === undefined ? undefined : Array.isArray(value) ? value : [value];

/** What a field needs of the form around it: its id, its error, and the values to start from. */
export function useField(name: string, defaultValue?: string | string[]) {
  const { formId, state, initial, labels } = useContext(FormContext);
  const start = asList(defaultValue ?? initial[name]);
  const sent = asList(state.values?.[name]);
  // After somebody else was faster, what one did not touch is as it is now.
  const isUntouched = state.seen !== undefined && isSame(filled(sent), filled(state.seen[name]));
  const values = state.values === undefined || isUntouched ? start : sent;
  return { id: fieldId(formId, name), error: state.errors?.[name]?.[0], values, labels };
}
