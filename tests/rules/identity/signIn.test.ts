import { describe, expect, it } from "vitest";
import { delaySeconds, PREFIX_ALLOWANCE } from "@/lib/access/throttling";
import { appearanceOf, storedAppearance } from "@/lib/domain/identity/rules/preferences";
import { nextStep } from "@/lib/domain/identity/rules/signIn";
import { APPEARANCES, readAppearance } from "@/lib/kernel/appearance";
import { routes, safePath } from "@/lib/kernel/routes";
import { addressPrefix } from "@/lib/platform/network";

describe("what follows the password", () => {
  it("is the session, within a minute, where there is no second factor", () =>
    expect(nextStep({ hasSecondFactor: false })).toEqual({
      purpose: "SESSION",
      assuranceLevel: 1,
      seconds: 60,
    }));

  it("is the second factor, within five minutes, where there is one", () =>
    expect(nextStep({ hasSecondFactor: true })).toEqual({
      purpose: "SECOND_FACTOR",
      assuranceLevel: 1,
      seconds: 300,
    }));
});

describe("the way back after sign-in stays inside the console", () => {
  it.each(["/o/atelier-nord/users?q=a&page=2", "/account"])("%s is followed", (wish) =>
    expect(safePath(wish, "/")).toBe(wish),
  );

  it.each([
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/a\\b",
    "/\tevil",
    "/o/x\r\nSet-Cookie: a=b",
    "evil.example",
    "",
  ])("%j is not", (wish) => {
    expect(safePath(wish, "/o/~")).toBe("/o/~");
    expect(routes.login(wish)).toBe("/login");
  });
});

describe("waiting", () => {
  it("begins at the fifth attempt and doubles up to a quarter of an hour", () =>
    expect([1, 4, 5, 6, 7, 11, 50].map((attempts) => delaySeconds(attempts))).toEqual([
      0, 0, 15, 30, 60, 900, 900,
    ]));

  it("begins for a network when one in twenty of its people could have been wrong five times", () =>
    expect([99, 100].map((attempts) => delaySeconds(attempts, PREFIX_ALLOWANCE))).toEqual([0, 15]));

  it("counts everybody inside one /64 as one", () =>
    expect(addressPrefix("2001:db8:1:2:aaaa::1")).toBe(addressPrefix("2001:db8:1:2:ffff:1:2:3")));
});

describe("appearance", () => {
  it("PREF-1: light, dark and automatic are kept as they were chosen", () => {
    expect(APPEARANCES).toEqual(["light", "dark", "auto"]);
    for (const appearance of APPEARANCES) expect(appearanceOf(storedAppearance(appearance))).toBe(appearance);
  });

  it("PREF-1: a cookie that says anything else follows the system", () =>
    expect([undefined, "", "blue", "LIGHT"].map(readAppearance)).toEqual(["auto", "auto", "auto", "auto"]));
});
