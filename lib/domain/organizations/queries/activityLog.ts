import type { AuditFacts } from "@/lib/pipeline/record";
import type { Reader } from "@/lib/platform/database";

export type ActivityFilter = {
  organizationId: string;
  /** Part of the acting person's name. */
  person?: string | undefined;
  action?: string | undefined;
  /** First and last day, inclusive, as plain dates in `timeZone`. */
  from?: string | undefined;
  to?: string | undefined;
  timeZone?: string | undefined;
  /** Only what is about one of these products, or happened inside of it. */
  products?: readonly string[] | undefined;
};

/** One recorded change (COMP-4). */
export type ActivityLine = {
  id: string;
  at: Date;
  action: string;
  actorName: string;
  onBehalfOfName: string | null;
  subjectType: string;
  subjectId: string;
  subjectName: string;
  before: AuditFacts | null;
  after: AuditFacts | null;
};

/** The changes the filter matches, latest first. */
export function activityPage(
  reader: Reader,
  filter: ActivityFilter,
  page: { offset: number; limit: number },
): Promise<ActivityLine[]> {
  const { where, values } = conditions(filter);
  return reader.rows<ActivityLine>(
    `SELECT "id", "at", "action", "actorName", "onBehalfOfName", "subjectType", "subjectId", "subjectName", "before", "after"
     FROM "AuditEntry" WHERE ${where}
     ORDER BY "at" DESC, "id" DESC OFFSET ${page.offset} LIMIT ${page.limit}`,
    ...values,
  );
}

/** How many changes the filter matches. */
export async function countActivity(reader: Reader, filter: ActivityFilter): Promise<number> {
  const { where, values } = conditions(filter);
  const [row] = await reader.rows<{ count: number }>(
    `SELECT count(*)::int AS "count" FROM "AuditEntry" WHERE ${where}`,
    ...values,
  );
  return row?.count ?? 0;
}

/** The kinds of change that this organization has on record. */
export async function recordedActions(reader: Reader, organizationId: string): Promise<string[]> {
  const rows = await reader.rows<{ action: string }>(
    `SELECT DISTINCT "action" FROM "AuditEntry" WHERE "organizationId" = $1::uuid ORDER BY "action"`,
    organizationId,
  );
  return rows.map((row) => row.action);
}

function conditions(filter: ActivityFilter): { where: string; values: unknown[] } {
  const values: unknown[] = [filter.organizationId];
  const bind = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const parts = [`"organizationId" = $1::uuid`];
  if (filter.person) {
    const pattern = bind(`%${filter.person.replace(/[\\%_]/g, "\\$&")}%`, "text");
    parts.push(`("actorName" ILIKE ${pattern} OR "subjectName" ILIKE ${pattern})`);
  }
  if (filter.action) parts.push(`"action" = ${bind(filter.action, "text")}`);
  if (filter.products) parts.push(`"productIds" && ${bind(filter.products, "uuid[]")}`);
  const zone = bind(filter.timeZone ?? "UTC", "text");
  if (filter.from) parts.push(`"at" >= (${bind(filter.from, "date")}::timestamp AT TIME ZONE ${zone})`);
  if (filter.to) parts.push(`"at" < ((${bind(filter.to, "date")} + 1)::timestamp AT TIME ZONE ${zone})`);
  if (!filter.from && !filter.to) parts.push(`${zone} IS NOT NULL`);
  return { where: parts.join(" AND "), values };
}
