import { z } from "zod";
import { query } from "@/lib/pipeline/query";
import { grantsOf, teamById } from "../facts";
import { Id } from "../inputs";
import { tableOfObjects } from "../objects";
import { OBJECTS_TABLE, tableOf } from "../teamsTable";

/** What a team reaches, with the words for it (TEAM-2). */
export const listTeamAccess = query("team.reach", {
  permission: "access.give",
  input: z.object({ id: Id, table: tableOf(OBJECTS_TABLE) }),
  async run({ reader, actor }, { id, table }) {
    const organizationId = actor.organization.id;
    await teamById(reader, organizationId, id);
    const grants = new Map(
      (await grantsOf(reader, organizationId, id)).map(({ on, rights }) => [on, rights]),
    );
    const of = { organizationId, locale: actor.locale, q: table.q, besides: [], only: [...grants.keys()] };
    const { lines, ...shown } = await tableOfObjects(reader, of, table);
    return {
      ...shown,
      lines: lines.map((object) => ({ ...object, rights: grants.get(object.on) ?? 0 })),
    };
  },
});

export type TeamAccessView = Awaited<ReturnType<typeof listTeamAccess.execute>>;
