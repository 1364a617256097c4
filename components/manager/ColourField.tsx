"use client";

import { FieldGroup } from "@/components/ui/Field";
import { RadioCard } from "@/components/ui/Input";
import { useField } from "./formContext";

/** One of a few colours, each with its name. */
export function ColourField({
  name,
  label,
  options,
  defaultValue,
}: {
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
  defaultValue?: string;
}) {
  const { id, error, values } = useField(name, defaultValue);
  return (
    <FieldGroup id={id} label={label} error={error}>
      <div key={values?.[0]} className="colour-cards">
        {options.map((option) => (
          <RadioCard
            key={option.value}
            id={`${id}-${option.value}`}
            name={name}
            value={option.value}
            label={
              <>
                <span className="dot" data-colour={option.value} aria-hidden="true" />
                {option.label}
              </>
            }
            defaultChecked={values?.[0] === option.value}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
