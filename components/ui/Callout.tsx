import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode, Ref } from "react";

export type CalloutTone = "info" | "positive" | "caution" | "critical";

const ICONS = { info: Info, positive: CircleCheck, caution: TriangleAlert, critical: CircleAlert };

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
  const Icon = ICONS[tone];
  return (
    <div className="callout" data-tone={tone} role={role} id={id} tabIndex={tabIndex} ref={ref}>
      <Icon aria-hidden="true" />
      <div>
        {title ? <strong className="font-semibold">{title}</strong> : null}
        {children ? <div>{children}</div> : null}
      </div>
    </div>
  );
}
