import { z } from "zod";
import { query } from "@/lib/pipeline/query";
import { activityPage, countActivity, recordedActions } from "./activityLog";

/** A day that there is, in the centuries that the record can be about. */
const Day = z.string().refine((text) => {
  const day = new Date(`${text}T00:00:00Z`);
  return /^(19|20|21)\d\d-/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
});

/** State of the activity table as the URL carries it. */
const ActivityTable = z.object({
  q: z.string().trim().max(200).catch("").default(""),
  action: z.string().max(100).optional().catch(undefined),
  from: Day.optional().catch(undefined),
  to: Day.optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
  size: z.coerce
    .number()
    .int()
    .pipe(z.union([z.literal(10), z.literal(25), z.literal(50), z.literal(100)]))
    .catch(25)
    .default(25),
});

/** Who did what in the organization, partners included (COMP-4, PART-16). */
export const listActivity = query("activity", {
  permission: "activity.view",
  input: ActivityTable,
  async run({ reader, actor }, table) {
    const filter = {
      organizationId: actor.organization.id,
      person: table.q,
      action: table.action,
      from: table.from,
      to: table.to,
      timeZone: actor.timeZone,
    };
    const isReversed = table.from !== undefined && table.to !== undefined && table.from > table.to;
    const total = await countActivity(reader, filter);
    const pages = Math.max(1, Math.ceil(total / table.size));
    const page = Math.min(table.page, pages);
    return {
      organization: actor.organization,
      timeZone: actor.timeZone,
      table: { ...table, page },
      /** The period ends before it begins: nothing matches, and the page says why. */
      isReversed,
      lines: await activityPage(reader, filter, { offset: (page - 1) * table.size, limit: table.size }),
      actions: await recordedActions(reader, actor.organization.id),
      total,
      pages,
    };
  },
});

/** Everything that the activity table's filter matches, at most 100,000 lines, for a CSV file (COMP-4). */
export const exportActivity = query("activity.export", {
  permission: "activity.view",
  input: ActivityTable,
  async run({ reader, actor }, table) {
    const filter = {
      organizationId: actor.organization.id,
      person: table.q,
      action: table.action,
      from: table.from,
      to: table.to,
      timeZone: actor.timeZone,
    };
    return {
      organization: actor.organization,
      timeZone: actor.timeZone,
      lines: await activityPage(reader, filter, { offset: 0, limit: 100_000 }),
    };
  },
});
