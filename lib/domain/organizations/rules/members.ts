import type { Standing } from "@/lib/access/actor";
import { hasBillingRight, isInside, outranks, type Role } from "@/lib/access/roles";
import { refuseWhen } from "@/lib/kernel/decision";

/** Whom each kind of manager may add, change and remove (USR-3, USR-4, USR-13, PART-17). */
const MANAGES: Record<Role | "FULL" | "LIMITED", readonly Role[]> = {
  LEGAL_REPRESENTATIVE: ["LEGAL_REPRESENTATIVE", "ADMINISTRATOR", "COLLABORATOR", "EXTERNAL"],
  ADMINISTRATOR: ["ADMINISTRATOR", "COLLABORATOR", "EXTERNAL"],
  COLLABORATOR: [],
  EXTERNAL: [],
  FULL: ["ADMINISTRATOR", "COLLABORATOR", "EXTERNAL"],
  LIMITED: ["COLLABORATOR", "EXTERNAL"],
};

/** The roles that somebody of this standing may give, and whose holders they may change or remove. */
export const managedRoles = (standing: Standing): readonly Role[] =>
  MANAGES[standing.as === "member" ? standing.role : standing.access];

const manages = (standing: Standing, role: Role): boolean => managedRoles(standing).includes(role);

/** What is chosen about a member: role, billing right and what they are told by e-mail and SMS. */
export type MemberChoices = {
  role: Role;
  billingRight: boolean;
  remindersByEmail: boolean;
  remindersBySms: boolean;
  productEventsByEmail: boolean;
};

/** How the other legal representatives stand: how many there are, and whether one of them gets reminders. */
export type OtherLegalRepresentatives = { count: number; oneGetsReminders: boolean };

const getsReminders = (choices: MemberChoices): boolean => choices.remindersByEmail || choices.remindersBySms;

/** Whether these choices leave nobody among the legal representatives who gets billing reminders (USR-6). */
export const endsReminders = (choices: MemberChoices, others: OtherLegalRepresentatives): boolean =>
  choices.role === "LEGAL_REPRESENTATIVE" && !getsReminders(choices) && !others.oneGetsReminders;

/** Whether somebody of this standing may give these choices to somebody new (USR-3, USR-4, USR-7). */
export const mayGive = (standing: Standing, choices: Pick<MemberChoices, "role" | "billingRight">) =>
  refuseWhen({
    only_legal_representatives_give_this_role:
      standing.as === "member" && choices.role === "LEGAL_REPRESENTATIVE" && !manages(standing, choices.role),
    partners_never_touch_this_role: standing.as === "partner" && !manages(standing, choices.role),
    partners_never_give_billing: isLimited(standing) && choices.billingRight,
    external_has_no_billing: choices.role === "EXTERNAL" && choices.billingRight,
  });

type ChangeFacts = {
  standing: Standing;
  isSelf: boolean;
  before: MemberChoices;
  after: MemberChoices;
  others: OtherLegalRepresentatives;
};

/** Whether a member's role, billing right and contact preferences may change like this (USR-3 to USR-7, USR-13). */
export const mayChangeMember = ({ standing, isSelf, before, after, others }: ChangeFacts) =>
  refuseWhen({
    not_your_own_role_upward: isSelf && outranks(after.role, before.role),
    only_legal_representatives_give_this_role:
      standing.as === "member" &&
      before.role !== after.role &&
      [before.role, after.role].includes("LEGAL_REPRESENTATIVE") &&
      !manages(standing, "LEGAL_REPRESENTATIVE"),
    ranks_above_you:
      standing.as === "member" && before.role === after.role && !manages(standing, before.role),
    partners_never_touch_this_role:
      standing.as === "partner" && !(manages(standing, before.role) && manages(standing, after.role)),
    partners_never_give_billing: isLimited(standing) && before.billingRight !== after.billingRight,
    last_legal_representative: stopsBeingLegal(before, after) && others.count === 0,
    keeps_receiving_reminders:
      endsReminders(after, others) ||
      (stopsBeingLegal(before, after) &&
        others.count > 0 &&
        !others.oneGetsReminders &&
        getsReminders(before)),
  });

type RemovalFacts = {
  standing: Standing;
  isSelf: boolean;
  before: MemberChoices;
  others: OtherLegalRepresentatives;
};

/** Whether a member may be removed by somebody of this standing (USR-3, USR-5, USR-13). */
export const mayRemoveMember = ({ standing, isSelf, before, others }: RemovalFacts) =>
  refuseWhen({
    leave_instead: isSelf,
    ranks_above_you: standing.as === "member" && !manages(standing, before.role),
    partners_never_touch_this_role: standing.as === "partner" && !manages(standing, before.role),
    ...goodbyeRefusals(before, others),
  });

/**
 * What ties somebody to an organization (ORG-8). Somebody belongs to its suite while something inside it was given to
 * them, by themselves or through a team: neither what is shared with everybody counts, nor the right to manage the suite.
 */
export type Ties = { belongsToSuite: boolean; addressIsMailbox: boolean };

/** Whether a member may leave by themselves (ORG-8). */
export const mayLeave = ({
  before,
  others,
  users,
  ties,
}: {
  before: MemberChoices;
  others: OtherLegalRepresentatives;
  users: number;
  ties: Ties;
}) =>
  refuseWhen({
    last_user: users <= 1,
    ...goodbyeRefusals(before, others),
    belongs_to_suite: ties.belongsToSuite,
    address_is_mailbox_here: ties.addressIsMailbox,
  });

const goodbyeRefusals = (before: MemberChoices, others: OtherLegalRepresentatives) => ({
  last_legal_representative: before.role === "LEGAL_REPRESENTATIVE" && others.count === 0,
  keeps_receiving_reminders:
    before.role === "LEGAL_REPRESENTATIVE" &&
    others.count > 0 &&
    !others.oneGetsReminders &&
    getsReminders(before),
});

/** Whether one legal representative may hand over to this member (ORG-1, USR-4, USR-5). */
export const mayReplaceLegalRepresentative = (facts: { old: Role; next: Role; isSamePerson: boolean }) =>
  refuseWhen({
    not_a_legal_representative: facts.old !== "LEGAL_REPRESENTATIVE",
    choose_somebody_else: facts.isSamePerson,
    externals_do_not_take_over: !isInside(facts.next),
  });

const stopsBeingLegal = (before: MemberChoices, after: MemberChoices): boolean =>
  before.role === "LEGAL_REPRESENTATIVE" && after.role !== "LEGAL_REPRESENTATIVE";

const isLimited = (standing: Standing): boolean => standing.as === "partner" && standing.access === "LIMITED";

/** The choices as people are told of them: with the billing right that they come to, by the role or as it was chosen (USR-7). */
export const asTold = (choices: MemberChoices): MemberChoices => ({
  ...choices,
  billingRight: hasBillingRight(choices.role, choices.billingRight),
});

/** What is different for the member, in the order in which people are told (USR-10). */
export function changesBetween(chosenBefore: MemberChoices, chosenAfter: MemberChoices) {
  const [before, after] = [asTold(chosenBefore), asTold(chosenAfter)];
  const switches = ["billingRight", "remindersByEmail", "remindersBySms", "productEventsByEmail"] as const;
  return [
    ...(before.role === after.role
      ? []
      : [{ what: "role" as const, before: before.role, after: after.role }]),
    ...switches
      .filter((what) => before[what] !== after[what])
      .map((what) => ({ what, before: before[what], after: after[what] })),
  ];
}
