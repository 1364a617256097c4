import { Icon } from "@/components/ui/Icon";

export interface ChecklistItem {
  label: string;
  hint?: string;
  met: boolean;
  /** Where it can be put right. */
  link?: { label: string; href: string };
}

/** A blocked act, or things to do: what is met, what is still open, and where to go for it. */
export function Checklist({
  items,
  labels,
}: {
  items: readonly ChecklistItem[];
  labels: { met: string; open: string };
}) {
  return (
    <ul className="checklist">
      {items.map((item) => (
        <li key={item.label} data-met={item.met ? "" : undefined}>
          {item.met ? <Icon name="done" label={labels.met} /> : <Icon name="open" label={labels.open} />}
          <div>
            <div className="font-medium">{item.label}</div>
            {item.hint ? <div className="text-muted">{item.hint}</div> : null}
          </div>
          {item.link ? <a href={item.link.href}>{item.link.label}</a> : null}
        </li>
      ))}
    </ul>
  );
}
