import type { ComponentProps, ReactNode } from "react";
import { describedBy, FieldError, FieldHint } from "./Field";

const joined = (className: string | undefined) => (className ? `input ${className}` : "input");

export const Input = ({ className, ...rest }: ComponentProps<"input">) => (
  <input {...rest} className={joined(className)} />
);

export const Textarea = ({ className, ...rest }: ComponentProps<"textarea">) => (
  <textarea {...rest} className={joined(className)} />
);

export interface Option {
  value: string;
  label: string;
  disabled?: boolean;
}

/** A native select: works everywhere, with every keyboard. */
export function Select({
  options,
  className,
  ...rest
}: ComponentProps<"select"> & { options: readonly Option[] }) {
  return (
    <select {...rest} className={joined(className)}>
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

interface ChoiceText {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
}

/** A checkbox with its label to the right; `look="switch"` for something that is on or off. */
export function Checkbox({
  id,
  label,
  hint,
  error,
  look = "checkbox",
  ...rest
}: ChoiceText & { look?: "checkbox" | "switch" } & Omit<ComponentProps<"input">, "type" | "id">) {
  return (
    <div className="choice">
      <input
        {...rest}
        id={id}
        type="checkbox"
        className={look === "switch" ? "switch" : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error })}
      />
      <label htmlFor={id}>{label}</label>
      <FieldHint id={id}>{hint}</FieldHint>
      <FieldError id={id}>{error}</FieldError>
    </div>
  );
}

/**
 * A radio button as a card: the whole card is the target. Put several into a `FieldGroup`. `reasonId` is the element that
 * says why none of them can be chosen.
 */
export function RadioCard({
  id,
  label,
  hint,
  reasonId,
  ...rest
}: { reasonId?: string } & Omit<ChoiceText, "error"> & Omit<ComponentProps<"input">, "type" | "id">) {
  return (
    <div className="radio-card">
      <input
        {...rest}
        id={id}
        type="radio"
        aria-describedby={[describedBy(id, { hint }), reasonId].filter(Boolean).join(" ") || undefined}
      />
      <label htmlFor={id}>{label}</label>
      <FieldHint id={id}>{hint}</FieldHint>
    </div>
  );
}
