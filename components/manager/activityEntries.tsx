import { type RecordedChange, tellChange } from "@/lib/i18n/activity";
import type { Locale } from "@/lib/i18n/locales";
import type { Translate } from "@/lib/i18n/translator";
import type { ActivityEntry } from "./ActivityList";

/** Recorded changes as entries of an ActivityList; `when` writes the instant. */
export const activityEntries = (
  changes: readonly (RecordedChange & { id: string; at: Date })[],
  t: Translate,
  locale: Locale,
  when: (at: Date) => string,
): ActivityEntry[] =>
  changes.map((change) => {
    const { pieces, onBehalf, details } = tellChange(change, t, locale);
    return {
      id: change.id,
      who: change.actorName,
      what: (
        <span className="[overflow-wrap:anywhere]">
          {pieces.map(({ at, text, isName }) =>
            isName ? (
              <bdi key={at} className="font-medium">
                {text}
              </bdi>
            ) : (
              text
            ),
          )}
          {onBehalf === null ? null : (
            <span className="text-muted">
              {" "}
              {t.rich("activity.onBehalf", { partner: onBehalf, name: (chunks) => <bdi>{chunks}</bdi> })}
            </span>
          )}
        </span>
      ),
      at: { text: when(change.at), iso: change.at.toISOString() },
      detail:
        details.length === 0 ? null : (
          <div className="flex flex-wrap gap-x-5 text-sm [overflow-wrap:anywhere]">
            {details.map((line) => (
              <bdi key={line}>{line}</bdi>
            ))}
          </div>
        ),
    };
  });
