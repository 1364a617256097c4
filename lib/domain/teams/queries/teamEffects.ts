import { z } from "zod";
import type { Role } from "@/lib/access/roles";
import { shownEffects } from "@/lib/domain/products/shownEffects";
import { type QueryContext, query } from "@/lib/pipeline/query";
import { asGrants, chosenWithoutRight, goodSettings, judgedSettings } from "../access";
import { teamDraftById } from "../draft";
import { teamAsDrafted } from "../drafted";
import { effectsOfEnding, effectsOfMoving, effectsOfSetting, type TeamEffects } from "../effects";
import { grantsOf, type Team, teamById } from "../facts";
import { Id, MOST_AT_ONCE, Settings, wordsByObject } from "../inputs";
import { teamToChange } from "../managing";
import { objectsPage } from "../objects";
import { peoplePage } from "../people";
import { mayJoinTeam, mayLeaveTeam } from "../rules/teams";

const Change = z.discriminatedUnion("change", [
  z.object({
    change: z.enum(["add", "remove"]),
    team: Id,
    ids: z.array(Id).max(MOST_AT_ONCE),
    /** Everybody whom the search finds, instead of `ids`. */
    all: z.boolean().default(false),
    q: z.string().max(200).default(""),
  }),
  z.object({
    change: z.literal("access"),
    team: Id,
    ...Settings.shape,
  }),
  z.object({
    change: z.literal("withdraw"),
    team: Id,
    on: z.array(z.string()),
    all: z.boolean(),
    q: z.string(),
  }),
  z.object({ change: z.literal("end"), team: Id }),
  z.object({ change: z.literal("create"), draft: Id }),
]);
type Asked<Kind extends z.output<typeof Change>["change"]> = Extract<
  z.output<typeof Change>,
  { change: Kind }
>;

type Item = { id: string; name: string; refusals: string[] };
/** `isCut`: more match than are handled at once. */
type Asking = { team: Team | null; items: Item[]; isCut?: boolean; effects: TeamEffects };

/**
 * What a change of a team would do, before it is made: the same function that decides afterwards is asked with what
 * everybody holds now and will hold (TEAM-2, TEAM-5). The number of statements does not grow with the team.
 */
export const teamEffects = query("team.effects", {
  permission: "team.manage",
  input: Change,
  async run(context, asked) {
    const { team, items, isCut = false, effects } = await ask(context, asked);
    const shown = await shownEffects(effects.people, effects.touched, effects.targets, (ids) =>
      namesOf(context, ids),
    );
    return {
      organization: context.actor.organization,
      person: { userId: context.actor.userId },
      team,
      items,
      isCut,
      seal: effects.seal,
      ...shown,
    };
  },
});

export type TeamEffectsView = Awaited<ReturnType<typeof teamEffects.execute>>;

async function namesOf({ reader, actor }: QueryContext, ids: readonly string[]) {
  const rows = await reader.rows<{ id: string; name: string; role: Role }>(
    `SELECT m."id", m."role", btrim(u."firstName" || ' ' || u."lastName") AS "name"
     FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
     WHERE m."organizationId" = $1::uuid AND m."id" = ANY ($2::uuid[]) ORDER BY m."nameKey", m."id"`,
    actor.organization.id,
    ids,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function ask(context: QueryContext, asked: z.output<typeof Change>): Promise<Asking> {
  switch (asked.change) {
    case "add":
    case "remove":
      return members(context, asked);
    case "access":
      return access(context, asked);
    case "withdraw":
      return withdrawal(context, asked);
    case "end":
      return ending(context, asked);
    case "create":
      return creation(context, asked);
  }
}

async function members(context: QueryContext, asked: Asked<"add" | "remove">): Promise<Asking> {
  const { reader, actor } = context;
  const organizationId = actor.organization.id;
  const team = await teamToChange(reader, context, asked.team);
  const joins = asked.change === "add";
  const selected = await peoplePage(
    reader,
    {
      organizationId,
      teamId: team.id,
      inTeam: !joins,
      q: asked.all ? asked.q : "",
      ...(asked.all ? {} : { only: asked.ids }),
    },
    { sort: "name", offset: 0, limit: MOST_AT_ONCE + 1 },
  );
  const people = selected.slice(0, MOST_AT_ONCE);
  const found = new Set(people.map(({ id }) => id));
  const missing = asked.all ? [] : asked.ids.filter((id) => !found.has(id));
  return {
    team,
    isCut: selected.length > people.length,
    items: [
      ...people.map(({ id, name }) => ({ id, name, refusals: [] })),
      // Whoever is not on the other side any more: in already, out already, or gone.
      ...missing.map((id) => ({
        id,
        name: "",
        refusals: [
          ...(joins ? mayJoinTeam({ isMember: false, isInTeam: false }) : mayLeaveTeam({ isInTeam: false }))
            .refusals,
        ],
      })),
    ],
    effects: await effectsOfMoving(
      reader,
      organizationId,
      team,
      joins ? { joining: [...found] } : { leaving: [...found] },
    ),
  };
}

async function access({ reader, actor, demand }: QueryContext, asked: Asked<"access">): Promise<Asking> {
  const organizationId = actor.organization.id;
  const team = await teamById(reader, organizationId, asked.team);
  demand("access.give");
  const judged = await judgedSettings(reader, actor, wordsByObject(asked));
  const good = goodSettings(judged);
  const present = await grantsOf(reader, organizationId, team.id);
  const idle = new Set(chosenWithoutRight(present, good).map(({ object }) => object.on));
  return {
    team,
    items: judged.map(({ object, refusals }) => ({
      id: object.on,
      name: object.name,
      refusals: idle.has(object.on) ? ["choose_what_is_given"] : [...refusals],
    })),
    effects: await effectsOfSetting(reader, organizationId, team.id, asGrants(good)),
  };
}

async function withdrawal(
  { reader, actor, demand }: QueryContext,
  asked: Asked<"withdraw">,
): Promise<Asking> {
  const organizationId = actor.organization.id;
  const team = await teamById(reader, organizationId, asked.team);
  demand("access.give");
  const given = (await grantsOf(reader, organizationId, team.id)).map(({ on }) => on);
  const wanted = asked.all ? given : given.filter((on) => asked.on.includes(on));
  const selected = await objectsPage(
    reader,
    { organizationId, locale: actor.locale, q: asked.all ? asked.q : "", besides: [], only: wanted },
    { sort: "name", offset: 0, limit: MOST_AT_ONCE + 1 },
  );
  const objects = selected.slice(0, MOST_AT_ONCE);
  const set = objects.map(({ on }) => ({ on, rights: 0 }));
  return {
    team,
    isCut: selected.length > objects.length,
    items: objects.map(({ on, name }) => ({ id: on, name, refusals: [] })),
    effects: await effectsOfSetting(reader, organizationId, team.id, set),
  };
}

async function ending(context: QueryContext, asked: Asked<"end">): Promise<Asking> {
  const { reader, actor } = context;
  const team = await teamToChange(reader, context, asked.team);
  return {
    team,
    items: [],
    effects: await effectsOfEnding(reader, actor.organization.id, team.id),
  };
}

async function creation(context: QueryContext, asked: Asked<"create">): Promise<Asking> {
  const { reader, actor } = context;
  const organizationId = actor.organization.id;
  const answers = await teamDraftById(reader, { organizationId, userId: actor.userId }, asked.draft);
  const { effects } = await teamAsDrafted(reader, context, asked.draft, answers);
  return { team: null, items: [], effects };
}
