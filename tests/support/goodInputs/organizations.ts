import type { Role } from "@/lib/access/roles";
import type { PlaceName } from "../houses";
import { type At, draft, type GoodInputs, good } from "./use";

const roleForm = ({ house }: At, who: PlaceName, role: Role) => ({
  ...{ id: house.members[who], version: 1, seal: house.seals[who] },
  role,
});
const person = {
  firstName: "Nora",
  lastName: "Newcomer",
  password: "slow boats over 7 quiet rivers",
  locale: "en",
};

export const organizationInputs: GoodInputs = {
  "organizations/acceptInvitation": good("account.use", (at) => ({ token: at.house.invitation.token })),
  "organizations/accountShell": good("account.use", () => ({})),
  "organizations/changePreferences": good("user.change", (at) => ({
    ...{ id: at.house.members.somebody, version: 1 },
    ...{ remindersByEmail: "on", remindersBySms: "on", productEventsByEmail: "on" },
  })),
  "organizations/changeRole": good(
    "user.change",
    (at) => roleForm(at, "somebody", "EXTERNAL"),
    {
      as: "gives the billing right",
      also: ["billing-right.give"],
      input: (at) => ({ ...roleForm(at, "somebody", "COLLABORATOR"), billingRight: "on" }),
    },
    {
      as: "gives administrator",
      also: ["administrator.give"],
      input: (at) => roleForm(at, "somebody", "ADMINISTRATOR"),
    },
    {
      as: "gives legal representative",
      also: ["legal-representative.give"],
      input: (at) => roleForm(at, "somebody", "LEGAL_REPRESENTATIVE"),
    },
    {
      as: "takes legal representative",
      also: ["legal-representative.give"],
      input: (at) => roleForm(at, "otherLegal", "COLLABORATOR"),
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
    successorSeal: at.house.seals.somebody,
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
};
