import { describe, expect, it } from "vitest";
import { currentHref, switchHref } from "@/components/manager/navigation";
import type { NavSection } from "@/components/manager/shellTypes";

const SECTIONS: NavSection[] = [
  { items: [{ label: "Overview", href: "/o/acme", icon: "overview" }] },
  {
    title: "People",
    items: [
      { label: "Users", href: "/o/acme/users", icon: "users" },
      { label: "Payment profiles", href: "/o/acme/accounting/payment-profiles", icon: "paymentProfiles" },
    ],
  },
];

describe("where the reader is", () => {
  it.each([
    ["/o/acme", "/o/acme"],
    ["/o/acme/users", "/o/acme/users"],
    ["/o/acme/users/new/role", "/o/acme/users"],
    ["/o/acme/usersandmore", "/o/acme"],
    ["/account", undefined],
  ])("%s belongs to %s", (path, item) => {
    expect(currentHref(SECTIONS, path)).toBe(item);
  });
});

describe("switching the organization", () => {
  const to = (path: string) => switchHref("/o/{slug}", "bakery", { slug: "acme", path, sections: SECTIONS });

  it("keeps the section", () => {
    expect(to("/o/acme/accounting/payment-profiles")).toBe("/o/bakery/accounting/payment-profiles");
  });

  it("drops what belongs to the old organization", () => {
    expect(to("/o/acme/users/0192f3c4")).toBe("/o/bakery/users");
  });

  it("leads to the overview from the overview, and from outside of organizations", () => {
    expect(to("/o/acme")).toBe("/o/bakery");
    expect(to("/account/security")).toBe("/o/bakery");
    expect(switchHref("/o/{slug}", "bakery", null)).toBe("/o/bakery");
  });
});
