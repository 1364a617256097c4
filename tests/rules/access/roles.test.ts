import { describe, expect, it } from "vitest";
import { billingChoice, hasAllRights, hasBillingRight, isInside, outranks, ROLES } from "@/lib/access/roles";

describe("roles", () => {
  it("USR-1: legal representatives and administrators have all rights, collaborators and externals do not", () => {
    expect(ROLES.filter(hasAllRights)).toEqual(["LEGAL_REPRESENTATIVE", "ADMINISTRATOR"]);
  });

  it("USR-2: everybody stands inside the organization but externals", () => {
    expect(ROLES.filter(isInside)).toEqual(["LEGAL_REPRESENTATIVE", "ADMINISTRATOR", "COLLABORATOR"]);
  });

  it("USR-7: the billing right comes with the two highest roles, is chosen for collaborators, and never an external's", () => {
    expect(ROLES.filter((role) => hasBillingRight(role, false))).toEqual([
      "LEGAL_REPRESENTATIVE",
      "ADMINISTRATOR",
    ]);
    expect(ROLES.filter((role) => hasBillingRight(role, true))).toEqual([
      "LEGAL_REPRESENTATIVE",
      "ADMINISTRATOR",
      "COLLABORATOR",
    ]);
    expect(ROLES.filter((role) => billingChoice(role, true))).toEqual(["COLLABORATOR"]);
    expect(ROLES.filter((role) => billingChoice(role, false))).toEqual([]);
  });

  it("USR-13: each role outranks exactly those that follow it", () => {
    for (const [index, role] of ROLES.entries())
      expect(ROLES.filter((other) => outranks(role, other))).toEqual(ROLES.slice(index + 1));
  });
});
