import { exportActivity } from "@/lib/domain/organizations/queries/listActivity";
import { pageText } from "@/lib/i18n/page";
import { ask } from "@/lib/pipeline/request";
import { activityCsv } from "./activityCsv";

/** The filtered activity as a file. */
export async function GET(request: Request, { params }: RouteContext<"/o/[organization]/activity/csv">) {
  const [text, { organization }] = await Promise.all([pageText(), params]);
  const filter = Object.fromEntries(new URL(request.url).searchParams);
  const { lines } = await ask(exportActivity, organization, filter);
  return new Response(activityCsv(lines, text), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="activity-${organization}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
