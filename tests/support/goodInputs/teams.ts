import { type At, draft, type GoodInputs, good, type Use } from "./use";

/** The draft of a new team of whoever asks. */
const teamDraft = (at: At, kind: "plain" | "reaching" = "plain") =>
  at.relation.teamDrafts[at.house.id]?.[kind];

/** What gives or takes access, beside changing a team. */
const GIVING = { also: ["access.give"] } satisfies Partial<Use>;

export const teamInputs: GoodInputs = {
  "teams/draftAccess": {
    permission: "user.invite",
    uses: [{ leavesOut: true, input: (at) => ({ draft: draft(at) }) }],
  },
  "teams/draftEffect": good("user.invite", (at) => ({ draft: draft(at) })),
  "teams/draftProducts": good("access.give", (at) => ({
    draft: draft(at),
    rights: [`product:${at.house.products.hosting}:technical`, "kind:ticketing:sale"],
  })),
  "teams/draftTeams": good("team.manage", (at) => ({ draft: draft(at), teams: [at.house.teams.other] }), {
    as: "with access",
    ...GIVING,
    input: (at) => ({ draft: draft(at), teams: [at.house.teams.web] }),
  }),
  "teams/inviteUsers": good(
    "user.invite",
    (at) => ({ draft: draft(at) }),
    {
      as: "with the billing right",
      also: ["billing-right.give"],
      input: (at) => ({ draft: draft(at, "billing") }),
    },
    {
      as: "as administrator",
      also: ["administrator.give"],
      input: (at) => ({ draft: draft(at, "administrator") }),
    },
    {
      as: "as legal representative",
      also: ["legal-representative.give"],
      input: (at) => ({ draft: draft(at, "legal") }),
    },
    { as: "with access", ...GIVING, input: (at) => ({ draft: draft(at, "giving") }) },
  ),
  "teams/myReach": good("organization.view", () => ({})),
  "teams/myLosses": good("organization.leave", () => ({})),
  "teams/whatIf": good("user.view", (at) => ({
    ids: [at.house.members.somebody],
    afterwards: ["REMOVED", "EXTERNAL"],
  })),
  "teams/addTeamMembers": good(
    "team.manage",
    (at) => ({
      team: at.house.teams.other,
      version: 1,
      id: [at.house.members.somebody, at.house.members.external],
    }),
    {
      as: "with access",
      ...GIVING,
      input: (at) => ({ team: at.house.teams.web, version: 1, id: [at.house.members.somebody] }),
    },
  ),
  "teams/chooseLeaders": good("team.manage", (at) => ({
    team: at.house.teams.web,
    id: at.house.members.external,
    leads: "yes",
  })),
  "teams/createTeam": good("team.manage", (at) => ({ draft: teamDraft(at) }), {
    as: "with access",
    ...GIVING,
    input: (at) => ({ draft: teamDraft(at, "reaching") }),
  }),
  "teams/draftTeam": good(
    "team.manage",
    (at) => ({ draft: teamDraft(at), step: "members", id: [at.house.members.somebody] }),
    {
      as: "with access",
      ...GIVING,
      input: (at) => ({
        draft: teamDraft(at),
        step: "access",
        on: [at.house.resources.folder],
        access: [`${at.house.resources.folder}~write`],
      }),
    },
    {
      as: "with something ticked",
      ...GIVING,
      input: (at) => ({ draft: teamDraft(at), step: "ticks", id: [at.house.resources.mailbox] }),
    },
    { as: "without leaders", input: (at) => ({ draft: teamDraft(at), step: "leaders" }) },
  ),
  "teams/editTeam": good("team.manage", (at) => ({
    team: at.house.teams.web,
    version: 1,
    name: "Web and print",
    colour: "PINK",
    description: "Everything with pictures",
  })),
  "teams/endTeam": good("team.manage", (at) => ({ team: at.house.teams.other, version: 1 })),
  "teams/listTeamAccess": good("access.give", (at) => ({ id: at.house.teams.web, table: {} })),
  "teams/listTeamMembers": good("team.view", (at) => ({ id: at.house.teams.web, table: {} })),
  "teams/listTeams": good("team.view", () => ({ table: {} })),
  "teams/listToGive": good("access.give", (at) => ({ team: at.house.teams.web, table: {} })),
  "teams/listToJoin": good("team.manage", (at) => ({ team: at.house.teams.other, table: {} }), {
    as: "with access",
    ...GIVING,
    input: (at) => ({ team: at.house.teams.web, table: {} }),
  }),
  "teams/removeTeamMembers": {
    permission: "team.manage",
    uses: [
      {
        ...GIVING,
        input: (at) => ({ team: at.house.teams.web, version: 1, id: [at.house.members.collaborator] }),
      },
    ],
  },
  "teams/setTeamAccess": good(
    "access.give",
    (at) => ({
      team: at.house.teams.web,
      version: 1,
      on: [at.house.products.hosting, "web-hosting", at.house.resources.mailbox],
      access: [
        `${at.house.products.hosting}~technical`,
        "web-hosting~statistics",
        `${at.house.resources.mailbox}~read`,
      ],
    }),
    {
      as: "takes away",
      input: (at) => ({ team: at.house.teams.web, version: 1, on: [at.house.resources.folder] }),
    },
  ),
  "teams/showTeam": good("team.view", (at) => ({ id: at.house.teams.web })),
  "teams/showTeamDraft": good("team.manage", (at) => ({ draft: teamDraft(at) })),
  "teams/showToSet": good("access.give", (at) => ({
    team: at.house.teams.web,
    on: [at.house.resources.folder],
  })),
  "teams/teamEffects": good(
    "team.manage",
    (at) => ({ change: "add", team: at.house.teams.other, ids: [at.house.members.somebody] }),
    {
      as: "of joining its access",
      ...GIVING,
      input: (at) => ({ change: "add", team: at.house.teams.web, ids: [at.house.members.somebody] }),
    },
    { as: "of deleting it", ...GIVING, input: (at) => ({ change: "end", team: at.house.teams.web }) },
    { as: "of a team to come", input: (at) => ({ change: "create", draft: teamDraft(at) }) },
    {
      as: "of a team to come, with access",
      ...GIVING,
      input: (at) => ({ change: "create", draft: teamDraft(at, "reaching") }),
    },
    {
      as: "of taking access away",
      ...GIVING,
      input: (at) => ({
        ...{ change: "withdraw", team: at.house.teams.web, on: [at.house.resources.folder] },
        ...{ all: false, q: "" },
      }),
    },
    {
      as: "of other access",
      ...GIVING,
      input: (at) => ({
        change: "access",
        team: at.house.teams.web,
        on: at.house.resources.folder,
        access: `${at.house.resources.folder}~read`,
      }),
    },
  ),
  "teams/teamsOfUser": good("team.view", (at) => ({ id: at.house.members.collaborator })),
};
