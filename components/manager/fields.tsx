"use client";

import { type ComponentProps, type ReactNode, useState } from "react";
import { describedBy, Field, FieldGroup } from "@/components/ui/Field";
import { Checkbox, Input, type Option, RadioCard, Select, Textarea } from "@/components/ui/Input";
import { useField } from "./formContext";

/*
 * Fields of an ActionForm. They find their error and the value that was entered by their `name`;
 * before anything was sent they start from `defaultValue`, or from the form's `initial` values.
 */

interface FieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  /** Marked with the word "optional"; everything else is required. */
  optional?: boolean;
}

type Rest<Tag extends "input" | "textarea" | "select"> = Omit<
  ComponentProps<Tag>,
  "name" | "id" | "defaultValue" | "value" | "children"
>;

/** One line of text. Set `type`, `autoComplete` and `inputMode`. */
export function TextField({
  name,
  label,
  hint,
  optional,
  defaultValue,
  ...rest
}: FieldProps & Rest<"input"> & { defaultValue?: string }) {
  const { id, error, values, labels } = useField(name, defaultValue);
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional ? labels.optional : undefined}>
      <Input
        {...rest}
        id={id}
        name={name}
        defaultValue={values?.[0]}
        aria-required={optional ? undefined : true}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error })}
      />
    </Field>
  );
}

/** A password, with a button that shows it. `autoComplete` is `current-password` or `new-password`. */
export function PasswordField({
  name,
  label,
  hint,
  autoComplete = "current-password",
  ...rest
}: FieldProps & Rest<"input">) {
  const { id, error, labels } = useField(name);
  const [shown, setShown] = useState(false);
  // What is wrong with a new password says what a good one is, as the hint does.
  const said = error ? undefined : hint;
  return (
    <Field id={id} label={label} hint={said} error={error}>
      <div className="relative">
        <Input
          {...rest}
          id={id}
          name={name}
          type={shown ? "text" : "password"}
          className="pr-12"
          autoComplete={autoComplete}
          autoCapitalize="off"
          spellCheck={false}
          aria-required
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, { hint: said, error })}
        />
        <button
          type="button"
          className="absolute inset-y-0 right-0 grid w-11 place-items-center text-muted hover:text-ink"
          aria-controls={id}
          aria-pressed={shown}
          aria-label={labels.showPassword}
          title={shown ? labels.hidePassword : labels.showPassword}
          onClick={() => setShown(!shown)}
        >
          <Eye closed={shown} />
        </button>
      </div>
    </Field>
  );
}

const Eye = ({ closed }: { closed: boolean }) => (
  <svg
    viewBox="0 0 16 16"
    width="16"
    height="16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.3"
    aria-hidden="true"
  >
    <path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8Z" />
    <circle cx="8" cy="8" r="2" />
    {closed ? <path d="m2.5 13.5 11-11" /> : null}
  </svg>
);

/** Several lines of text. */
export function TextareaField({
  name,
  label,
  hint,
  optional,
  defaultValue,
  ...rest
}: FieldProps & Rest<"textarea"> & { defaultValue?: string }) {
  const { id, error, values, labels } = useField(name, defaultValue);
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional ? labels.optional : undefined}>
      <Textarea
        {...rest}
        id={id}
        name={name}
        defaultValue={values?.[0]}
        aria-required={optional ? undefined : true}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error })}
      />
    </Field>
  );
}

/** One of a list, as a native select. */
export function SelectField({
  name,
  label,
  hint,
  optional,
  options,
  defaultValue,
  ...rest
}: FieldProps & Rest<"select"> & { options: readonly Option[]; defaultValue?: string }) {
  const { id, error, values, labels } = useField(name, defaultValue);
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional ? labels.optional : undefined}>
      <Select
        {...rest}
        // React never changes what an uncontrolled select shows: a new start value makes a new one.
        key={values?.[0]}
        id={id}
        name={name}
        options={options}
        defaultValue={values?.[0]}
        aria-required={optional ? undefined : true}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error })}
      />
    </Field>
  );
}

/** Yes or no. Sends `value` ("on" unless told) when checked; several of one name make a list. */
export function CheckboxField({
  name,
  label,
  hint,
  value = "on",
  defaultChecked,
  look,
  disabled,
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  value?: string;
  defaultChecked?: boolean;
  /** `switch` for a setting that is on or off. */
  look?: "checkbox" | "switch";
  disabled?: boolean;
}) {
  const { id, error, values } = useField(name, defaultChecked ? value : undefined);
  const starts = values?.includes(value) ?? false;
  return (
    <Checkbox
      // As for selects: where it starts otherwise than before, it is a new one.
      key={String(starts)}
      id={value === "on" ? id : `${id}-${value}`}
      name={name}
      value={value}
      label={label}
      hint={hint}
      error={error}
      look={look}
      disabled={disabled}
      defaultChecked={starts}
    />
  );
}

/** Any of a list, as boxes that scroll where they are many; what was chosen is sent as a list. */
export function CheckboxesField({
  name,
  label,
  hint,
  optional,
  options,
  defaultValue,
}: FieldProps & { options: readonly { value: string; label: string }[]; defaultValue?: string[] }) {
  const { id, error, values = [], labels } = useField(name, defaultValue);
  return (
    <FieldGroup
      id={id}
      label={label}
      hint={hint}
      error={error}
      optional={optional ? labels.optional : undefined}
    >
      <div className="grid max-h-80 gap-2 overflow-auto">
        {options.map((option) => (
          <Checkbox
            // As for selects: where it starts otherwise than before, it is a new one.
            key={`${option.value} ${values.includes(option.value)}`}
            id={`${id}-${option.value}`}
            name={`${name}[]`}
            value={option.value}
            label={option.label}
            defaultChecked={values.includes(option.value)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

/** One of a few, each explained, as cards. */
export function RadioField({
  name,
  label,
  hint,
  options,
  defaultValue,
}: FieldProps & {
  options: readonly { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }[];
  defaultValue?: string;
}) {
  const { id, error, values } = useField(name, defaultValue);
  return (
    <FieldGroup id={id} label={label} hint={hint} error={error}>
      {/* As for selects: where it starts otherwise than before, it is a new one. */}
      <div key={values?.[0]} className="grid gap-2">
        {options.map((option) => (
          <RadioCard
            key={option.value}
            id={`${id}-${option.value}`}
            name={name}
            value={option.value}
            label={option.label}
            hint={option.hint}
            disabled={option.disabled}
            defaultChecked={values?.[0] === option.value}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
