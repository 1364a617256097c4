import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  invitationEnd,
  invitationState,
  mayAccept,
  mayInviteAddress,
  mayResend,
  mayTouch,
} from "@/lib/domain/organizations/rules/invitations";

const sent = new Date("2026-11-22T10:00:00Z");

describe("an invitation's life (USR-9)", () => {
  it("is thirty days, also across the change of the clocks", () =>
    expect(invitationEnd(new Date("2026-10-20T10:00:00Z"))).toEqual(new Date("2026-11-19T10:00:00Z")));

  it("ends at that very instant, without anybody sweeping", () => {
    const row = { status: "PENDING" as const, expiresAt: invitationEnd(sent) };
    expect(invitationState(row, new Date(row.expiresAt.getTime() - 1))).toBe("pending");
    expect(invitationState(row, row.expiresAt)).toBe("expired");
  });

  it.each([
    ["ACCEPTED", "accepted"],
    ["REFUSED", "refused"],
    ["EXPIRED", "expired"],
    ["REVOKED", "revoked"],
  ] as const)("%s stays so, whatever the time", (status, state) =>
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true }),
        fc.date({ noInvalidDate: true }),
        (expiresAt, now) => invitationState({ status, expiresAt }, now) === state,
      ),
    ),
  );
});

describe("inviting an address (USR-9)", () => {
  const inOrder = { isOwn: false, isMember: false, isInvited: false };

  it("is possible when all is in order", () => expect(mayInviteAddress(inOrder).refusals).toEqual([]));

  it.each([
    [["own_address"], { isOwn: true, isMember: true }],
    [["already_a_member"], { isMember: true }],
    [["already_invited"], { isInvited: true }],
  ])("%j", (words, broken) => expect(mayInviteAddress({ ...inOrder, ...broken }).refusals).toEqual(words));
});

describe("accepting (USR-8, USR-9)", () => {
  const inOrder = {
    state: "pending" as const,
    invited: "lea@atelier-nord.example",
    holder: "lea@atelier-nord.example",
    isMember: false,
  };

  it("is possible when all is in order", () => expect(mayAccept(inOrder).refusals).toEqual([]));

  it.each([
    [["invitation_expired"], { state: "expired" }],
    [["invitation_not_open"], { state: "accepted" }],
    [["invitation_not_open"], { state: "refused" }],
    [["invitation_not_open"], { state: "revoked" }],
    [["invitation_for_another_address"], { holder: "noah@atelier-nord.example" }],
    [["already_a_member"], { isMember: true }],
  ] as const)("%j", (words, broken) => expect(mayAccept({ ...inOrder, ...broken }).refusals).toEqual(words));
});

describe("resending, revoking, refusing (USR-9)", () => {
  it("are possible until somebody answered", () => {
    expect(mayTouch({ status: "PENDING" }).refusals).toEqual([]);
    for (const status of ["ACCEPTED", "REFUSED", "EXPIRED", "REVOKED"] as const)
      expect(mayTouch({ status }).refusals).toEqual(["invitation_not_open"]);
  });

  it.each([
    [true, false, ["invitation_carries_access"]],
    [true, true, []],
    [false, false, []],
    [false, true, []],
  ])(
    "resending what carries access (%s) is for whoever gives access (%s; PART-4)",
    (carriesAccess, givesAccess, words) =>
      expect(mayResend({ carriesAccess, givesAccess }).refusals).toEqual(words),
  );
});
