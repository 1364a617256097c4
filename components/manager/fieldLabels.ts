import { Children, isValidElement, type ReactNode } from "react";

interface Props {
  name?: unknown;
  label?: unknown;
  children?: ReactNode;
}

/** What the fields among these elements are called, by `name`: for the summary, which stands before them. */
export function fieldLabels(children: ReactNode, into = new Map<string, string>()): Map<string, string> {
  Children.forEach(children, (child) => {
    if (!isValidElement<Props>(child)) return;
    const { name, label, children: inner } = child.props;
    if (typeof name === "string" && typeof label === "string") into.set(name, label);
    fieldLabels(inner, into);
  });
  return into;
}
