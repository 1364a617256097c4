import { describe, expect, it } from "vitest";
import { readNotice, writeNotice } from "@/lib/kernel/notices";
import { invitationToken, routes } from "@/lib/kernel/routes";

describe("a notice", () => {
  const written = writeNotice(routes.after("/o/nord/users?show=invitations", "revoked", 12));

  it("is read on the page it was written for, whatever stands in the query", () => {
    expect(readNotice(written, "/o/nord/users")).toEqual({ word: "revoked", count: 12 });
    const made = writeNotice(routes.after("/o/nord/teams/1", "team-created", 0, 3));
    expect(readNotice(made, "/o/nord/teams/1")).toEqual({ word: "team-created", count: 0, also: 3 });
    expect(readNotice(written, "/o/nord/users?q=x")).toEqual({ word: "revoked", count: 12 });
  });

  it.each(["/o/nord", "/o/nord/users/1", "/", ""])("is nothing to %s", (address) => {
    expect(readNotice(written, address)).toBeNull();
  });

  it.each([
    undefined,
    "",
    "hacked.1./",
    "removed./",
    "removed.-1./",
    "removed.999999./",
    "removed.1.",
    "removed.1.https://evil.example/",
  ])("%s is none", (value) => {
    expect(readNotice(value, "/")).toBeNull();
  });
});

describe("the token of an invitation", () => {
  it("is found in the path that leads there, and nowhere else", () => {
    expect(invitationToken("/invite/abc_-9")).toBe("abc_-9");
    for (const path of [
      "",
      "/invite/",
      "/invite/a/b",
      "/invite/%zz",
      "/invite/a?x",
      "/o/invite/a",
      `/invite/${"a".repeat(201)}`,
    ])
      expect(invitationToken(path)).toBeUndefined();
  });
});
