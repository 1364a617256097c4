import { ICONS, type IconName } from "./icons";

/** An icon by name. Decoration, the word stands beside it; alone it is given the word as its `label`. */
export function Icon({ name, label }: { name: IconName; label?: string }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : "true"}
    >
      <path d={ICONS[name]} />
    </svg>
  );
}
