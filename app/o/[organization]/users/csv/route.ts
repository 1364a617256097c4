import { csvAnswer } from "@/app/csvAnswer";
import { exportUsers } from "@/lib/domain/organizations/queries/exportUsers";
import { isoInstant } from "@/lib/i18n/format";
import { pageText } from "@/lib/i18n/page";
import { ask } from "@/lib/pipeline/request";

const COLUMNS = ["name", "email", "role", "billing", "state", "since"] as const;

/** The filtered users as a file. */
export async function GET(request: Request, { params }: RouteContext<"/o/[organization]/users/csv">) {
  const [{ t }, { organization }] = await Promise.all([pageText(), params]);
  const { searchParams } = new URL(request.url);
  const search = Object.fromEntries([...searchParams.keys()].map((key) => [key, searchParams.getAll(key)]));
  const { lines } = await ask(exportUsers, organization, search);
  return csvAnswer(
    `users-${organization}`,
    COLUMNS.map((column) => t(`users.csv.${column}`)),
    lines.map((line) => [
      line.name,
      line.email,
      t(`common.roles.${line.role}`),
      t(line.billing ? "common.yes" : "common.no"),
      t(`users.state.${line.state}`),
      isoInstant(line.since),
    ]),
  );
}
