import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Standing } from "@/lib/access/actor";
import { BILLING_RIGHT, hasBillingRight, outranks, ROLES, type Role } from "@/lib/access/roles";
import {
  changesBetween,
  endsReminders,
  type MemberChoices,
  managedRoles,
  mayChangeMember,
  mayGive,
  mayLeave,
  mayRemoveMember,
  mayReplaceLegalRepresentative,
  type OtherLegalRepresentatives,
} from "@/lib/domain/organizations/rules/members";
import { removalRefusals } from "@/lib/domain/organizations/rules/removals";

/** Each table has one object in which all is in order; every row breaks one thing and names the refusal. */

const as = (role: Role): Standing => ({ as: "member", membershipId: "m", role, billing: false });
const partner = (access: "LIMITED" | "FULL"): Standing => ({
  as: "partner",
  partnershipId: "p",
  access,
  partnerOrganization: { id: "o", name: "Agence Boréale", slug: "agence-boreale" },
});

const legal = as("LEGAL_REPRESENTATIVE");
const administrator = as("ADMINISTRATOR");
const choices = (role: Role, over: Partial<MemberChoices> = {}): MemberChoices => ({
  role,
  billingRight: false,
  remindersByEmail: true,
  remindersBySms: false,
  productEventsByEmail: true,
  ...over,
});
const silent = { remindersByEmail: false, remindersBySms: false };
const alone: OtherLegalRepresentatives = { count: 0, oneGetsReminders: false };
const beside: OtherLegalRepresentatives = { count: 1, oneGetsReminders: true };
const besideSilent: OtherLegalRepresentatives = { count: 1, oneGetsReminders: false };

describe("the roles and what comes with them (USR-1, USR-7)", () => {
  it("stand in one order", () => {
    const ranked = [...ROLES].sort((one, other) => (outranks(one, other) ? -1 : 1));
    expect(ranked).toEqual(["LEGAL_REPRESENTATIVE", "ADMINISTRATOR", "COLLABORATOR", "EXTERNAL"]);
    expect(ROLES.filter((role) => outranks(role, role))).toEqual([]);
  });

  it.each([
    ["LEGAL_REPRESENTATIVE", "always", true, true],
    ["ADMINISTRATOR", "always", true, true],
    ["COLLABORATOR", "choice", false, true],
    ["EXTERNAL", "never", false, false],
  ] as const)("%s has the billing right: %s", (role, rule, unchosen, chosen) => {
    expect(BILLING_RIGHT[role]).toBe(rule);
    expect([hasBillingRight(role, false), hasBillingRight(role, true)]).toEqual([unchosen, chosen]);
  });
});

describe("whom one may manage (USR-3, USR-4, USR-13, PART-17)", () => {
  it.each([
    ["a legal representative", legal, ["LEGAL_REPRESENTATIVE", "ADMINISTRATOR", "COLLABORATOR", "EXTERNAL"]],
    ["an administrator", administrator, ["ADMINISTRATOR", "COLLABORATOR", "EXTERNAL"]],
    ["a collaborator", as("COLLABORATOR"), []],
    ["an external", as("EXTERNAL"), []],
    ["a full partner", partner("FULL"), ["ADMINISTRATOR", "COLLABORATOR", "EXTERNAL"]],
    ["a limited partner", partner("LIMITED"), ["COLLABORATOR", "EXTERNAL"]],
  ])("%s", (_, standing, roles) => expect(managedRoles(standing)).toEqual(roles));

  it("nobody manages somebody ranked above them", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ROLES), (role) =>
        managedRoles(as(role)).every((managed) => !outranks(managed, role)),
      ),
    );
  });
});

describe("giving a role to somebody new (USR-3, USR-4, USR-7)", () => {
  const inOrder = { standing: administrator, role: "COLLABORATOR" as Role, billingRight: true };
  const refusals = (over: Partial<typeof inOrder>) => {
    const { standing, ...given } = { ...inOrder, ...over };
    return mayGive(standing, given).refusals;
  };

  it("is possible when all is in order", () => expect(refusals({})).toEqual([]));

  it.each([
    ["only_legal_representatives_give_this_role", { role: "LEGAL_REPRESENTATIVE" }],
    ["external_has_no_billing", { role: "EXTERNAL" }],
    ["partners_never_give_billing", { standing: partner("LIMITED") }],
    [
      "partners_never_touch_this_role",
      { standing: partner("LIMITED"), role: "ADMINISTRATOR", billingRight: false },
    ],
    ["partners_never_touch_this_role", { standing: partner("FULL"), role: "LEGAL_REPRESENTATIVE" }],
  ] as const)("%s", (word, broken) => expect(refusals(broken)).toEqual([word]));

  it("a legal representative gives every role", () =>
    expect(ROLES.filter((role) => mayGive(legal, { role, billingRight: false }).refusals.length > 0)).toEqual(
      [],
    ));
});

describe("changing a member (USR-3 to USR-7, USR-13)", () => {
  const inOrder = {
    standing: administrator,
    isSelf: false,
    before: choices("COLLABORATOR"),
    after: choices("ADMINISTRATOR"),
    others: beside,
  };
  const refusals = (over: Partial<typeof inOrder>) => mayChangeMember({ ...inOrder, ...over }).refusals;

  it("is possible when all is in order", () => expect(refusals({})).toEqual([]));

  it.each([
    ["raising one's own role", ["not_your_own_role_upward"], { standing: as("COLLABORATOR"), isSelf: true }],
    [
      "making oneself legal representative",
      ["not_your_own_role_upward", "only_legal_representatives_give_this_role"],
      { isSelf: true, before: choices("ADMINISTRATOR"), after: choices("LEGAL_REPRESENTATIVE") },
    ],
    [
      "an administrator giving that role",
      ["only_legal_representatives_give_this_role"],
      { after: choices("LEGAL_REPRESENTATIVE") },
    ],
    [
      "an administrator taking that role",
      ["only_legal_representatives_give_this_role"],
      { before: choices("LEGAL_REPRESENTATIVE") },
    ],
    [
      "an administrator changing what a legal representative is told",
      ["ranks_above_you"],
      {
        before: choices("LEGAL_REPRESENTATIVE"),
        after: choices("LEGAL_REPRESENTATIVE", { productEventsByEmail: false }),
      },
    ],
    [
      "a limited partner making an administrator",
      ["partners_never_touch_this_role"],
      { standing: partner("LIMITED") },
    ],
    [
      "a full partner touching a legal representative",
      ["partners_never_touch_this_role"],
      { standing: partner("FULL"), before: choices("LEGAL_REPRESENTATIVE") },
    ],
    [
      "a limited partner giving the billing right",
      ["partners_never_give_billing"],
      { standing: partner("LIMITED"), after: choices("COLLABORATOR", { billingRight: true }) },
    ],
    [
      "a limited partner taking it",
      ["partners_never_give_billing"],
      {
        standing: partner("LIMITED"),
        before: choices("COLLABORATOR", { billingRight: true }),
        after: choices("COLLABORATOR"),
      },
    ],
    [
      "the last legal representative stepping down",
      ["last_legal_representative"],
      { standing: legal, isSelf: true, before: choices("LEGAL_REPRESENTATIVE"), others: alone },
    ],
    [
      "the one who gets the reminders stepping down",
      ["keeps_receiving_reminders"],
      { standing: legal, before: choices("LEGAL_REPRESENTATIVE"), others: besideSilent },
    ],
    [
      "the only legal representative switching all reminders off",
      ["keeps_receiving_reminders"],
      {
        standing: legal,
        isSelf: true,
        before: choices("LEGAL_REPRESENTATIVE"),
        after: choices("LEGAL_REPRESENTATIVE", silent),
        others: alone,
      },
    ],
  ] as const)("%s is refused", (_, words, broken) => expect(refusals(broken)).toEqual(words));

  it.each([
    [
      "stepping down where another one stays",
      { standing: legal, isSelf: true, before: choices("LEGAL_REPRESENTATIVE") },
    ],
    [
      "reminders by SMS instead of e-mail",
      {
        standing: legal,
        before: choices("LEGAL_REPRESENTATIVE"),
        after: choices("LEGAL_REPRESENTATIVE", { remindersByEmail: false, remindersBySms: true }),
        others: alone,
      },
    ],
    [
      "no reminders for a legal representative while another one gets them",
      {
        standing: legal,
        before: choices("LEGAL_REPRESENTATIVE"),
        after: choices("LEGAL_REPRESENTATIVE", silent),
      },
    ],
    ["no reminders for an administrator, freely", { after: choices("ADMINISTRATOR", silent), others: alone }],
    [
      "a full partner giving the billing right",
      { standing: partner("FULL"), after: choices("COLLABORATOR", { billingRight: true }) },
    ],
    [
      "an administrator stepping down",
      { isSelf: true, before: choices("ADMINISTRATOR"), after: choices("COLLABORATOR") },
    ],
  ] as const)("%s is possible (USR-6, USR-7)", (_, facts) => expect(refusals(facts)).toEqual([]));

  const anyChoices = fc.record({
    role: fc.constantFrom(...ROLES),
    billingRight: fc.boolean(),
    remindersByEmail: fc.boolean(),
    remindersBySms: fc.boolean(),
    productEventsByEmail: fc.boolean(),
  });
  const anyStanding = fc.constantFrom(...ROLES.map(as), partner("FULL"), partner("LIMITED"));
  const anyOthers = fc.constantFrom(alone, beside, besideSilent);
  const anyChange = fc.record({
    standing: anyStanding,
    isSelf: fc.boolean(),
    before: anyChoices,
    after: anyChoices,
    others: anyOthers,
  });

  it("whatever is allowed leaves a legal representative (USR-5)", () =>
    fc.assert(
      fc.property(anyChange, (facts) => {
        fc.pre(mayChangeMember(facts).refusals.length === 0);
        const had = facts.others.count + Number(facts.before.role === "LEGAL_REPRESENTATIVE");
        const has = facts.others.count + Number(facts.after.role === "LEGAL_REPRESENTATIVE");
        return had === 0 || has > 0;
      }),
    ));

  it("whatever is allowed leaves one who is reminded, where there was one (USR-6)", () =>
    fc.assert(
      fc.property(anyChange, (facts) => {
        fc.pre(mayChangeMember(facts).refusals.length === 0);
        const reminded = ({ role, remindersByEmail, remindersBySms }: MemberChoices) =>
          role === "LEGAL_REPRESENTATIVE" && (remindersByEmail || remindersBySms);
        const had = facts.others.oneGetsReminders || reminded(facts.before);
        return !had || facts.others.oneGetsReminders || reminded(facts.after);
      }),
    ));

  it("only legal representatives give or take that role (USR-4)", () =>
    fc.assert(
      fc.property(anyChange, (facts) => {
        fc.pre(mayChangeMember(facts).refusals.length === 0 && facts.before.role !== facts.after.role);
        const touches = [facts.before.role, facts.after.role].includes("LEGAL_REPRESENTATIVE");
        return !touches || (facts.standing.as === "member" && facts.standing.role === "LEGAL_REPRESENTATIVE");
      }),
    ));
});

describe("removing a member (USR-3, USR-5, USR-13)", () => {
  const inOrder = { standing: administrator, isSelf: false, before: choices("COLLABORATOR"), others: beside };
  const refusals = (over: Partial<typeof inOrder>) => mayRemoveMember({ ...inOrder, ...over }).refusals;

  it("is possible when all is in order", () => expect(refusals({})).toEqual([]));

  it.each([
    ["oneself", ["leave_instead"], { isSelf: true }],
    ["somebody ranked above", ["ranks_above_you"], { before: choices("LEGAL_REPRESENTATIVE") }],
    [
      "an administrator, as limited partner",
      ["partners_never_touch_this_role"],
      { standing: partner("LIMITED"), before: choices("ADMINISTRATOR") },
    ],
    [
      "the last legal representative",
      ["last_legal_representative"],
      { standing: legal, before: choices("LEGAL_REPRESENTATIVE"), others: alone },
    ],
    [
      "the only one who gets the reminders",
      ["keeps_receiving_reminders"],
      { standing: legal, before: choices("LEGAL_REPRESENTATIVE"), others: besideSilent },
    ],
  ] as const)("%s is refused", (_, words, broken) => expect(refusals(broken)).toEqual(words));

  it("of the last two legal representatives at once, one stays (USR-5)", () => {
    const pair = ["one", "other"].map((id) => ({ id, getsReminders: true }));
    const leavers = pair.map(({ id }) => ({ id, isSelf: false, before: choices("LEGAL_REPRESENTATIVE") }));
    expect([...removalRefusals(legal, leavers, pair)]).toEqual([
      ["one", []],
      ["other", ["last_legal_representative"]],
    ]);
  });
});

describe("leaving (ORG-8)", () => {
  const free = { belongsToSuite: false, addressIsMailbox: false };
  const inOrder = { before: choices("LEGAL_REPRESENTATIVE"), others: beside, users: 2, ties: free };
  const refusals = (over: Partial<typeof inOrder>) => mayLeave({ ...inOrder, ...over }).refusals;

  it("is possible when all is in order", () => expect(refusals({})).toEqual([]));

  it.each([
    ["the last user", ["last_user"], { before: choices("ADMINISTRATOR"), users: 1 }],
    ["the last legal representative", ["last_legal_representative"], { others: alone }],
    ["both, each told", ["last_user", "last_legal_representative"], { others: alone, users: 1 }],
    ["the only one who gets the reminders", ["keeps_receiving_reminders"], { others: besideSilent }],
    ["one of the suite's people", ["belongs_to_suite"], { ties: { ...free, belongsToSuite: true } }],
    [
      "whoever signs in with a mailbox of the organization",
      ["address_is_mailbox_here"],
      { ties: { ...free, addressIsMailbox: true } },
    ],
  ] as const)("%s stays", (_, words, broken) => expect(refusals(broken)).toEqual(words));

  it.each(["ADMINISTRATOR", "COLLABORATOR", "EXTERNAL"] as const)("%s leaves freely", (role) =>
    expect(refusals({ before: choices(role), others: besideSilent })).toEqual([]),
  );
});

describe("handing over (USR-4, USR-5)", () => {
  it.each([
    [[], {}],
    [["not_a_legal_representative"], { old: "ADMINISTRATOR" }],
    [["choose_somebody_else"], { isSamePerson: true }],
    [["externals_do_not_take_over"], { next: "EXTERNAL" }],
    [[], { next: "ADMINISTRATOR" }],
    [[], { next: "LEGAL_REPRESENTATIVE" }],
  ] as const)("%j for %j", (words, broken) => {
    const fine = { old: "LEGAL_REPRESENTATIVE", next: "COLLABORATOR", isSamePerson: false } as const;
    expect(mayReplaceLegalRepresentative({ ...fine, ...broken }).refusals).toEqual(words);
  });
});

describe("what is told of a change (USR-10)", () => {
  it("is what differs, the role first", () =>
    expect(
      changesBetween(choices("COLLABORATOR"), choices("ADMINISTRATOR", { remindersBySms: true })),
    ).toEqual([
      { what: "role", before: "COLLABORATOR", after: "ADMINISTRATOR" },
      { what: "billingRight", before: false, after: true },
      { what: "remindersBySms", before: false, after: true },
    ]));

  it.each([
    [true, "ADMINISTRATOR", false, []],
    [false, "ADMINISTRATOR", false, [{ what: "billingRight", before: false, after: true }]],
    [true, "EXTERNAL", false, [{ what: "billingRight", before: true, after: false }]],
    [false, "EXTERNAL", false, []],
    [false, "COLLABORATOR", true, [{ what: "billingRight", before: false, after: true }]],
  ] as const)(
    "a collaborator's billing right (%s) that becomes a %s's (%s) is told as what it comes to, either way (USR-7)",
    (had, role, chosen, told) => {
      const [one, other] = [
        choices("COLLABORATOR", { billingRight: had }),
        choices(role, { billingRight: chosen }),
      ];
      const ofBilling = (before: MemberChoices, after: MemberChoices) =>
        changesBetween(before, after).filter(({ what }) => what === "billingRight");
      expect(ofBilling(one, other)).toEqual(told);
      expect(ofBilling(other, one)).toEqual(
        told.map(({ what, before, after }) => ({ what, before: after, after: before })),
      );
    },
  );

  it("is nothing where nothing differs", () =>
    expect(changesBetween(choices("EXTERNAL"), choices("EXTERNAL"))).toEqual([]));

  it("the last reminders of the legal representatives are recognised (USR-6)", () => {
    expect(endsReminders(choices("LEGAL_REPRESENTATIVE", silent), besideSilent)).toBe(true);
    expect(endsReminders(choices("LEGAL_REPRESENTATIVE", silent), beside)).toBe(false);
    expect(endsReminders(choices("LEGAL_REPRESENTATIVE"), alone)).toBe(false);
    expect(endsReminders(choices("ADMINISTRATOR", silent), alone)).toBe(false);
  });
});
