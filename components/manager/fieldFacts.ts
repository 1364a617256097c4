import { Children, isValidElement, type ReactNode } from "react";

type Values = string | string[] | undefined;

interface Props {
  name?: unknown;
  label?: ReactNode;
  className?: string;
  value?: string;
  defaultValue?: string | string[];
  defaultChecked?: boolean;
  options?: readonly { value: string; label: ReactNode }[];
  children?: ReactNode;
}

export interface FieldFact {
  label: string;
  /** What it starts from, as a form would send it; nothing for an empty text and an empty box. */
  start: string[];
  /** What its values are called where it is chosen from a list. */
  words?: ReadonlyMap<string, string>;
  isBox: boolean;
}

/** What a form's fields are called and start from, by `name`: for the summary, which stands before them. */
export function fieldFacts(
  children: ReactNode,
  initial: Readonly<Record<string, string | string[]>> = {},
  into = new Map<string, FieldFact>(),
): Map<string, FieldFact> {
  Children.forEach(children, (child) => {
    if (!isValidElement<Props>(child)) return;
    const { name, label, value = "on", defaultValue, defaultChecked, options, children: inner } = child.props;
    if (typeof name === "string" && label) {
      const isBox = defaultChecked !== undefined;
      const start = isBox ? (defaultChecked ? value : "") : (defaultValue ?? initial[name]);
      const words = options && new Map(options.map((option) => [option.value, firstText(option.label)]));
      into.set(name, { label: textOf(label).trim(), isBox, start: filled(start), words });
    }
    fieldFacts(inner, initial, into);
  });
  return into;
}

/** The values that say something, with lines ended as the server's texts end them. */
export const filled = (values: Values): string[] =>
  [values ?? []]
    .flat()
    .filter((value) => value !== "")
    .map((value) => value.replaceAll("\r\n", "\n"));

export const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((value, index) => value === other[index]);

/** The words of a label that also holds a link, without those for screen readers alone. */
function textOf(label: ReactNode): string {
  return Children.toArray(label)
    .map((part) => {
      if (!isValidElement<Props>(part)) return typeof part === "string" ? part : "";
      return part.props.className === "sr-only" ? "" : textOf(part.props.children);
    })
    .join("");
}

/** The text of a label that also holds a badge. */
function firstText(label: ReactNode): string {
  if (typeof label === "string") return label;
  const [first] = Children.toArray(label);
  return typeof first === "string"
    ? first
    : isValidElement<Props>(first)
      ? firstText(first.props.children)
      : "";
}
