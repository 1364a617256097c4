import type { ReactNode, Ref } from "react";
import { Icon } from "./Icon";

export type CalloutTone = "info" | "positive" | "caution" | "critical";

const ICONS = { info: "info", positive: "done", caution: "caution", critical: "critical" } as const;

/** A boxed message within the page. `role="alert"` or `"status"` when it appears after an act. */
export function Callout({
  tone = "info",
  title,
  children,
  role,
  id,
  tabIndex,
  ref,
}: {
  tone?: CalloutTone;
  title?: string;
  children?: ReactNode;
  role?: "alert" | "status";
  id?: string;
  tabIndex?: number;
  ref?: Ref<HTMLDivElement>;
}) {
  return (
    <div className="callout" data-tone={tone} role={role} id={id} tabIndex={tabIndex} ref={ref}>
      <Icon name={ICONS[tone]} />
      <div>
        {title ? <strong className="font-semibold">{title}</strong> : null}
        {children ? <div>{children}</div> : null}
      </div>
    </div>
  );
}
