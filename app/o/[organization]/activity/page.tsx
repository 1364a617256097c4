import type { Metadata } from "next";
import { ActivityList } from "@/components/manager/ActivityList";
import { activityEntries } from "@/components/manager/activityEntries";
import { EmptyState } from "@/components/manager/EmptyState";
import { PageHeader } from "@/components/manager/PageHeader";
import { Pagination } from "@/components/ui/Pagination";
import type { ActivityLine } from "@/lib/domain/organizations/queries/activityLog";
import { listActivity } from "@/lib/domain/organizations/queries/listActivity";
import { timeText, weekdayText, zoneText } from "@/lib/i18n/format";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";
import { ActivityFilter } from "./ActivityFilter";

type Props = PageProps<"/o/[organization]/activity">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ t }, { organization }, search] = await Promise.all([pageText(), params, searchParams]);
  const view = await ask(listActivity, organization, search);
  return { title: `${t("activity.title")} · ${view.organization.name}` };
}

/** Who did what, by day, filtered by person, kind and period in the address (COMP-4). */
export default async function ActivityPage({ params, searchParams }: Props) {
  const [{ t, locale }, { organization }, search] = await Promise.all([pageText(), params, searchParams]);
  const view = await ask(listActivity, organization, search);
  const { table, lines, total, pages, timeZone } = view;
  const { q, action, from, to } = table;
  const isFiltered = Boolean(q || action || from || to);
  const here = routes.activity(organization);
  const query = { q: q || undefined, action, from, to };
  const days = new Map<string, ActivityLine[]>();
  for (const line of lines) {
    const day = weekdayText(line.at, locale, timeZone);
    days.set(day, [...(days.get(day) ?? []), line]);
  }
  return (
    <>
      <PageHeader title={t("activity.title")} description={t("activity.description")} />
      {total === 0 && !isFiltered ? (
        <div className="card">
          <EmptyState title={t("activity.empty.title")} body={t("activity.empty.body")} icon="activity" />
        </div>
      ) : (
        <div className="grid gap-6">
          <ActivityFilter
            t={t}
            path={here}
            table={table}
            isReversed={view.isReversed}
            actions={view.actions}
          />
          <div className="data-table">
            <div className="table-bar">
              <span className="px-2 text-muted">
                {t("activity.allTimes", { zone: zoneText(new Date(), locale, timeZone) })}
              </span>
              <span className="table-count" role="status">
                {t("common.table.results", { count: total })}
              </span>
              <a
                className="button"
                data-variant="quiet"
                data-size="small"
                href={routes.activityCsv(organization, query)}
                download
              >
                {t("common.table.csv")}
              </a>
            </div>
            {total === 0 ? (
              <EmptyState
                title={t("common.table.noMatch")}
                body={t(view.isReversed ? "activity.filter.reversedHint" : "common.table.noMatchHint")}
                action={{ label: t("activity.filter.clear"), href: here }}
              />
            ) : (
              <div className="px-4 pb-4 sm:px-5">
                {[...days].map(([day, changes]) => (
                  <Day key={day} day={day}>
                    <ActivityList
                      label={day}
                      entries={activityEntries(changes, t, locale, (at) => timeText(at, locale, timeZone))}
                    />
                  </Day>
                ))}
              </div>
            )}
            {pages > 1 ? (
              <div className="table-foot">
                <span>{t("common.table.page", { page: table.page, pages })}</span>
                <Pagination
                  page={table.page}
                  pages={pages}
                  href={(page) => routes.activity(organization, { ...query, page: String(page) })}
                  labels={{
                    pages: t("common.table.pages"),
                    page: t("common.table.goToPage", { page: "{page}" }),
                    previous: t("common.table.previous"),
                    next: t("common.table.next"),
                  }}
                />
              </div>
            ) : null}
          </div>
        </div>
      )}
    </>
  );
}

function Day({ day, children }: { day: string; children: React.ReactNode }) {
  return (
    <section className="pt-5">
      <h2 className="pb-1 text-sm font-semibold first-letter:uppercase">{day}</h2>
      {children}
    </section>
  );
}
