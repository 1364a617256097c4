import { csvAnswer } from "@/app/csvAnswer";
import { exportActivity } from "@/lib/domain/organizations/queries/listActivity";
import { tellChange } from "@/lib/i18n/activity";
import { sortableInstant } from "@/lib/i18n/format";
import { pageText } from "@/lib/i18n/page";
import { ask } from "@/lib/pipeline/request";

/** The filtered activity as a file. */
export async function GET(request: Request, { params }: RouteContext<"/o/[organization]/activity/csv">) {
  const [{ t, locale }, { organization }] = await Promise.all([pageText(), params]);
  const filter = Object.fromEntries(new URL(request.url).searchParams);
  const { lines, timeZone } = await ask(exportActivity, organization, filter);
  const columns = ["when", "zone", "who", "onBehalf", "what", "about", "details"] as const;
  const records = lines.map((line) => {
    const { sentence, onBehalf, details } = tellChange(line, t, locale);
    const when = sortableInstant(line.at, timeZone);
    return [when, timeZone, line.actorName, onBehalf ?? "", sentence, line.subjectName, details.join("; ")];
  });
  return csvAnswer(
    `activity-${organization}`,
    columns.map((column) => t(`activity.csv.${column}`)),
    records,
  );
}
