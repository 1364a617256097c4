import { ButtonLink } from "@/components/ui/Button";
import { Icon } from "@/components/ui/Icon";
import type { IconName } from "@/components/ui/icons";

export interface EmptyText {
  title: string;
  body?: string;
  icon?: IconName;
  action?: { label: string; href: string; primary?: boolean };
}

/** Where a list would stand: what is missing, why, and the next step. */
export function EmptyState({ title, body, icon, action }: EmptyText) {
  return (
    <div className="empty">
      {icon ? <Icon name={icon} /> : null}
      <h2>{title}</h2>
      {body ? <p>{body}</p> : null}
      {action ? (
        <div className="actions">
          <ButtonLink href={action.href} variant={action.primary ? "primary" : "secondary"}>
            {action.label}
          </ButtonLink>
        </div>
      ) : null}
    </div>
  );
}
