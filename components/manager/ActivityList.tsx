import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/Avatar";

export interface ActivityEntry {
  id: string;
  who: string;
  /** What was done, as a sentence that stands after or around the name. */
  what: ReactNode;
  /** `text` as made on the server, `iso` for machines. */
  at: { text: string; iso: string };
  /** On whose behalf, before and after. */
  detail?: ReactNode;
}

/** Who did what, newest first. */
export function ActivityList({ entries, label }: { entries: readonly ActivityEntry[]; label: string }) {
  return (
    <ol className="timeline" aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <Avatar name={entry.who} />
          <div>{entry.what}</div>
          <time dateTime={entry.at.iso}>{entry.at.text}</time>
          {entry.detail ? <div className="timeline-detail">{entry.detail}</div> : null}
        </li>
      ))}
    </ol>
  );
}
