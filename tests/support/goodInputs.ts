import type { Permission, PersonalPermission } from "@/lib/access/permissions";
import { PASSWORD } from "@/prisma/cast";
import type { House } from "./houses";
import type { Crowd, Relation } from "./relations";

/** Where an input is made for: the ids in it are this organization's. */
export type At = { house: House; relation: Relation; crowd: Crowd };

/** One way to use a command or query well, and what the permission table must be asked for it. */
export type Use = {
  /** What is special about it. */
  as?: string;
  /** Further permissions that this very input needs. */
  also?: Permission[];
  /** Ids of another organization are left out of the answer, which stays a good one. */
  leavesOut?: true;
  /** It is about a product that nobody was given: only a role reaches it. */
  byRole?: true;
  input: (at: At) => unknown;
};

type Good = { permission: Permission | PersonalPermission; uses: Use[] };

const good = (permission: Good["permission"], input: Use["input"], ...further: Use[]): Good => ({
  permission,
  uses: [{ input }, ...further],
});

const REMINDED = { remindersByEmail: "on", productEventsByEmail: "on" };
const draft = (at: At, kind: "collaborator" | "administrator" | "legal" | "billing" = "collaborator") =>
  at.relation.drafts[at.house.id]?.[kind];
const teamDraft = (at: At) => at.relation.teamDrafts[at.house.id];
const person = {
  firstName: "Nora",
  lastName: "Newcomer",
  password: "slow boats over 7 quiet rivers",
  locale: "en",
};

/**
 * An input for every command and query that would do, if the person may. Nothing in here decides anything: whether they
 * may is read from the permission table. Whoever adds a command adds its line.
 */
export const goodInputs: Record<string, Good> = {
  "identity/changeProfile": good("account.use", () => ({ firstName: "Ada", lastName: "Lovelace" })),
  "identity/chooseAppearance": good("account.use", () => ({ appearance: "dark" })),
  "identity/chooseLanguage": good("language.choose", () => ({ locale: "fr" })),
  "identity/presence": good("session.open", () => ({})),
  "identity/profile": good("account.use", () => ({})),
  "identity/requestPasswordReset": good("password.recover", (at) => ({ email: at.relation.email })),
  "identity/resetLink": good("password.recover", (at) => ({ token: at.crowd.passwordReset })),
  "identity/resetPassword": good("password.recover", (at) => ({
    token: at.crowd.passwordReset,
    password: "slow boats over 7 quiet rivers",
  })),
  "identity/signIn": good("session.open", (at) => ({ email: at.relation.email, password: PASSWORD })),
  "identity/signOut": good("session.open", () => ({})),

  "organizations/acceptInvitation": good("account.use", (at) => ({ token: at.house.invitation.token })),
  "organizations/accountShell": good("account.use", () => ({})),
  "organizations/changeMember": good(
    "user.change",
    (at) => ({
      id: at.house.members.somebody,
      version: 1,
      role: "COLLABORATOR",
      remindersBySms: "on",
      ...REMINDED,
    }),
    {
      as: "gives the billing right",
      also: ["billing-right.give"],
      input: (at) => ({
        id: at.house.members.somebody,
        version: 1,
        role: "COLLABORATOR",
        billingRight: "on",
        ...REMINDED,
      }),
    },
    {
      as: "gives administrator",
      also: ["administrator.give"],
      input: (at) => ({ id: at.house.members.somebody, version: 1, role: "ADMINISTRATOR", ...REMINDED }),
    },
    {
      as: "gives legal representative",
      also: ["legal-representative.give"],
      input: (at) => ({
        id: at.house.members.somebody,
        version: 1,
        role: "LEGAL_REPRESENTATIVE",
        ...REMINDED,
      }),
    },
    {
      as: "takes legal representative",
      also: ["legal-representative.give"],
      input: (at) => ({ id: at.house.members.otherLegal, version: 1, role: "COLLABORATOR", ...REMINDED }),
    },
  ),
  "organizations/createOrganization": good("organization.create", () => ({
    kind: "COMPANY",
    legalName: "Another one",
    country: "CH",
    terms: "on",
  })),
  "organizations/draftAddresses": good("user.invite", (at) => ({
    draft: draft(at),
    addresses: "ada@elsewhere.example",
  })),
  "organizations/draftChoices": good("user.invite", (at) => ({
    draft: draft(at),
    step: "role",
    role: "COLLABORATOR",
  })),
  "organizations/editCoordinates": good("settings.edit", () => ({
    version: 1,
    name: "House at a new street",
    street: "New street",
    houseNumber: "1",
    postalCode: "8000",
    city: "Zürich",
    country: "CH",
    phone: "+41 44 668 18 00",
    locale: "en",
    terms: "on",
  })),
  "organizations/exportActivity": good("activity.view", () => ({})),
  "organizations/exportUsers": good("user.view", () => ({})),
  "organizations/joinAsNewcomer": good("invitation.answer", (at) => ({
    token: at.house.newcomer.token,
    ...person,
    terms: "on",
  })),
  "organizations/leaveOrganization": good("organization.leave", () => ({})),
  "organizations/listActivity": good("activity.view", () => ({})),
  "organizations/listOrganizations": good("account.use", () => ({})),
  "organizations/listSuccessors": good("legal-representative.replace", (at) => ({
    id: at.house.members.otherLegal,
  })),
  "organizations/listUsers": good("user.view", () => ({})),
  "organizations/overview": good("organization.view", () => ({})),
  "organizations/refuseInvitation": good("invitation.answer", (at) => ({ token: at.house.invitation.token })),
  "organizations/removeMembers": good(
    "user.remove",
    (at) => ({ id: [at.house.members.somebody], seal: [at.house.seals.somebody] }),
    {
      as: "a legal representative",
      also: ["legal-representative.give"],
      input: (at) => ({ id: [at.house.members.otherLegal], seal: [at.house.seals.otherLegal] }),
    },
  ),
  "organizations/replaceLegalRepresentative": good("legal-representative.replace", (at) => ({
    id: at.house.members.otherLegal,
    seal: at.house.seals.otherLegal,
    successor: at.house.members.somebody,
    becomes: "COLLABORATOR",
  })),
  "organizations/resendInvitations": good("user.invite", (at) => ({ id: [at.house.invitation.id] })),
  "organizations/revokeInvitations": good("user.invite", (at) => ({ id: [at.house.invitation.id] })),
  "organizations/selectUsers": {
    permission: "user.view",
    uses: [
      {
        leavesOut: true,
        input: (at) => ({ act: "remove", ids: [at.house.members.somebody], all: false, table: {} }),
      },
    ],
  },
  "organizations/settings": good("settings.view", () => ({})),
  "organizations/shell": good("organization.view", () => ({})),
  "organizations/showDraft": good("user.invite", (at) => ({ draft: draft(at) })),
  "organizations/invitedAddress": good("invitation.answer", (at) => ({ token: at.house.invitation.token })),
  "organizations/showInvitation": good("invitation.answer", (at) => ({ token: at.house.invitation.token })),
  "organizations/showUser": good("user.view", (at) => ({ id: at.house.members.somebody })),
  "organizations/signUp": good("account.open", () => ({
    kind: "PERSON",
    email: "nora@elsewhere.example",
    country: "CH",
    terms: "on",
    ...person,
  })),

  "products/changeAccess": good("access.give", (at) => ({
    id: at.house.grants.hosting,
    seen: 1,
    rights: ["statistics"],
  })),
  "products/createResource": {
    permission: "product.manage",
    uses: [
      {
        byRole: true,
        input: (at) => ({ product: at.house.products.drive, type: "FOLDER", name: "Contracts" }),
      },
      {
        as: "a shared calendar",
        byRole: true,
        input: (at) => ({
          product: at.house.products.suite,
          type: "CALENDAR",
          name: "Meetings",
          shared: "read",
        }),
      },
    ],
  },
  "products/endResource": {
    permission: "product.manage",
    uses: [
      {
        byRole: true,
        input: (at) => ({
          product: at.house.products.drive,
          resource: at.house.resources.folder,
          version: 1,
        }),
      },
    ],
  },
  "products/explain": good("access.give", (at) => ({
    id: at.house.members.collaborator,
    object: at.house.resources.folder,
  })),
  "products/findHolders": good("access.give", (at) => ({
    on: `product:${at.house.products.hosting}`,
    q: "",
  })),
  "products/findObjects": good("access.give", (at) => ({
    holder: `member:${at.house.members.somebody}`,
    q: "",
  })),
  "products/giveAccess": good(
    "access.give",
    (at) => ({
      holder: `member:${at.house.members.somebody}`,
      on: `product:${at.house.products.hosting}`,
      rights: ["technical"],
    }),
    {
      as: "to a team, inside a product",
      input: (at) => ({
        holder: `team:${at.house.teams.other}`,
        on: `resource:${at.house.resources.mailbox}`,
        rights: ["read", "filters"],
      }),
    },
    {
      as: "to somebody invited, on all of a kind",
      input: (at) => ({
        holder: `invitation:${at.house.invitation.id}`,
        on: "kind:web-hosting",
        rights: "statistics",
      }),
    },
  ),
  "products/listProducts": good("product.view", () => ({})),
  "products/productHead": good("product.open", (at) => ({ id: at.house.products.hosting })),
  "products/productHistory": good("activity.view", (at) => ({ id: at.house.products.hosting })),
  "products/listResources": {
    permission: "product.manage",
    uses: [{ byRole: true, input: (at) => ({ product: at.house.products.drive, table: {} }) }],
  },
  "products/previewAccess": good(
    "access.give",
    (at) => ({ act: "withdraw", id: at.house.grants.folder }),
    {
      as: "of giving",
      input: (at) => ({
        act: "give",
        holder: `member:${at.house.members.somebody}`,
        on: `product:${at.house.products.hosting}`,
        rights: "technical",
      }),
    },
    { as: "of changing", input: (at) => ({ act: "change", id: at.house.grants.folder, rights: "read" }) },
  ),
  "products/productAccess": good("access.give", (at) => ({ id: at.house.products.hosting, table: {} })),
  "products/renameResource": {
    permission: "product.manage",
    uses: [
      {
        byRole: true,
        input: (at) => ({
          product: at.house.products.drive,
          resource: at.house.resources.folder,
          version: 1,
          type: "FOLDER",
          name: "Plans of the year",
        }),
      },
    ],
  },
  "products/showResource": {
    permission: "product.manage",
    uses: [
      {
        byRole: true,
        input: (at) => ({
          product: at.house.products.drive,
          resource: at.house.resources.folder,
          table: {},
          ending: true,
        }),
      },
    ],
  },
  "products/previewSharing": {
    permission: "product.manage",
    uses: [
      {
        byRole: true,
        input: (at) => ({
          product: at.house.products.suite,
          resource: at.house.resources.calendar,
          shared: "write",
        }),
      },
    ],
  },
  "products/shareResource": {
    permission: "product.manage",
    uses: [
      {
        byRole: true,
        input: (at) => ({
          product: at.house.products.suite,
          resource: at.house.resources.calendar,
          version: 1,
          shared: "write",
        }),
      },
    ],
  },
  "products/showProduct": good("product.open", (at) => ({ id: at.house.products.hosting })),
  "products/userReach": good("access.give", (at) => ({ id: at.house.members.collaborator, table: {} })),
  "products/withdrawAccess": good("access.give", (at) => ({ id: at.house.grants.hosting, seen: 1 })),
  "teams/draftAccess": {
    permission: "user.invite",
    uses: [{ leavesOut: true, input: (at) => ({ draft: draft(at) }) }],
  },
  "teams/draftEffect": good("user.invite", (at) => ({ draft: draft(at) })),
  "teams/draftProducts": good("access.give", (at) => ({
    draft: draft(at),
    rights: [`product:${at.house.products.hosting}:technical`, "kind:ticketing:sale"],
  })),
  "teams/draftTeams": good("team.manage", (at) => ({ draft: draft(at), teams: [at.house.teams.web] })),
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
  ),
  "teams/myReach": good("organization.view", () => ({})),
  "teams/myLosses": good("organization.leave", () => ({})),
  "teams/whatIf": good("user.view", (at) => ({
    ids: [at.house.members.somebody],
    afterwards: ["REMOVED", "EXTERNAL"],
  })),

  "support/listMails": good("mail.read", () => ({ q: "", sort: "-written", page: 1, size: 25, states: [] })),
  "support/readMail": good("mail.read", (at) => ({ id: at.crowd.mail })),

  "teams/addTeamMembers": good("team.manage", (at) => ({
    team: at.house.teams.other,
    version: 1,
    id: [at.house.members.somebody, at.house.members.external],
  })),
  "teams/chooseLeaders": good("team.manage", (at) => ({
    team: at.house.teams.web,
    id: at.house.members.external,
    leads: "yes",
  })),
  "teams/createTeam": good("team.manage", (at) => ({ draft: teamDraft(at) })),
  "teams/draftTeam": good(
    "team.manage",
    (at) => ({
      draft: teamDraft(at),
      step: "access",
      on: [at.house.resources.folder],
      access: [`${at.house.resources.folder}~write`],
    }),
    {
      as: "with members",
      input: (at) => ({
        draft: teamDraft(at),
        step: "members",
        id: [at.house.members.somebody],
      }),
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
  "teams/listTeamAccess": good("team.view", (at) => ({ id: at.house.teams.web, table: {} })),
  "teams/listTeamMembers": good("team.view", (at) => ({ id: at.house.teams.web, table: {} })),
  "teams/listTeams": good("team.view", () => ({ table: {} })),
  "teams/listToGive": good("team.manage", (at) => ({ team: at.house.teams.web, table: {} })),
  "teams/listToJoin": good("team.manage", (at) => ({ team: at.house.teams.web, table: {} })),
  "teams/removeTeamMembers": good("team.manage", (at) => ({
    team: at.house.teams.web,
    version: 1,
    id: [at.house.members.collaborator],
  })),
  "teams/setTeamAccess": good(
    "team.manage",
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
  "teams/showToSet": good("team.manage", (at) => ({
    team: at.house.teams.web,
    on: [at.house.resources.folder],
  })),
  "teams/teamEffects": good(
    "team.manage",
    (at) => ({ change: "add", team: at.house.teams.web, ids: [at.house.members.somebody] }),
    { as: "of deleting it", input: (at) => ({ change: "end", team: at.house.teams.web }) },
    { as: "of a team to come", input: (at) => ({ change: "create", draft: teamDraft(at) }) },
    {
      as: "of other access",
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
