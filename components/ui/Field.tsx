import type { ReactNode } from "react";

export interface FieldText {
  label: string;
  hint?: ReactNode;
  error?: string;
  /** The word "optional", shown behind the label: what is not marked is required. */
  optional?: string;
}

/** Value for a control's `aria-describedby`: its hint and its error, in the order in which they stand. */
export const describedBy = (id: string, { hint, error }: { hint?: ReactNode; error?: string }) =>
  [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ") || undefined;

export function FieldHint({ id, children }: { id: string; children?: ReactNode }) {
  return children ? (
    <div className="field-hint" id={`${id}-hint`}>
      {children}
    </div>
  ) : null;
}

export function FieldError({ id, children }: { id: string; children?: string }) {
  return children ? (
    <div className="field-error" id={`${id}-error`}>
      {children}
    </div>
  ) : null;
}

/** Label above, hint, control, error. The control (child) carries `id` and `aria-describedby={describedBy(id, …)}`. */
export function Field({
  id,
  label,
  hint,
  error,
  optional,
  children,
}: FieldText & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label} {optional ? <span className="field-optional">({optional})</span> : null}
      </label>
      <FieldHint id={id}>{hint}</FieldHint>
      {children}
      <FieldError id={id}>{error}</FieldError>
    </div>
  );
}

/** Several controls under one legend, e.g. radio cards. */
export function FieldGroup({
  id,
  label,
  hint,
  error,
  optional,
  children,
}: FieldText & { id: string; children: ReactNode }) {
  return (
    <fieldset className="field" id={id} tabIndex={-1} aria-describedby={describedBy(id, { hint, error })}>
      <legend className="field-label mb-1.5">
        {label} {optional ? <span className="field-optional">({optional})</span> : null}
      </legend>
      <FieldHint id={id}>{hint}</FieldHint>
      {children}
      <FieldError id={id}>{error}</FieldError>
    </fieldset>
  );
}
