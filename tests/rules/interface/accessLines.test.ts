import { describe, expect, it } from "vitest";
import { lineOf } from "@/app/o/[organization]/access/words";
import type { Holder, Target } from "@/lib/access/resolution";
import { reachLines } from "@/lib/domain/products/reachLines";
import { originsInWords } from "@/lib/i18n/accessWords";
import { LOCALES } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** Tables say in words what does not count, and why, not by a line through it alone (TEAM-4, TEAM-5). */

const folder = { type: "FOLDER", id: "plans", name: "Plans", sharedRights: 0 } as const;
const channel = { type: "CHANNEL", id: "general", name: "general", sharedRights: 0 } as const;
const hosting = {
  ...({ type: "PRODUCT", id: "site", name: "Website", kindKey: "web-hosting" } as const),
  ...({ family: "web-hosting", suite: null } as const),
};

const fromOf = (thing: Target & { name: string }, own: number, team: number, locale: "en" | "fr" = "en") => {
  const holder: Holder = {
    role: "COLLABORATOR",
    grants: [{ on: thing.id, rights: own }],
    teams: [{ id: "t", name: "Web", grants: [{ on: thing.id, rights: team }] }],
  };
  return reachLines(holder, [thing]).flatMap(
    (line) => lineOf(translator(locale), line, { itself: true }).from,
  );
};

describe("where an access comes from", () => {
  it("says that the team's counts no more where one's own wins", () =>
    expect(fromOf(folder, 1, 7)).toEqual([
      ["individually: Read"],
      ["by the team Web: Read, write and share", "Does not count, because what was given individually wins"],
    ]));

  it("says that a higher one wins", () =>
    expect(fromOf(channel, 1, 3)).toEqual([
      ["individually: Member", "Does not count, because a higher one wins"],
      ["by the team Web: Channel administrator"],
    ]));

  it("says nothing where both count", () =>
    expect(fromOf(hosting, 1, 2)).toEqual([["individually: Manage"], ["by the team Web: Statistics"]]));

  it("says that something gives nothing here", () =>
    expect(fromOf(hosting, 1, 8)[1]).toEqual([
      "by the team Web: No access",
      "Does not count, because it gives nothing here",
    ]));

  it("names the kind where all of it were given", () => {
    const holder: Holder = {
      role: "COLLABORATOR",
      grants: [{ on: "web-hosting", rights: 1 }],
      teams: [{ id: "t", name: "Web", grants: [{ on: "site", rights: 2 }] }],
    };
    const told = (locale: "en" | "fr", kind: string) =>
      reachLines(holder, [hosting]).map(({ contributions }) =>
        originsInWords(translator(locale), contributions, kind),
      );
    expect(told("en", "Web hosting")).toEqual([
      "individually with all products of the kind “Web hosting”, by the team Web",
    ]);
    expect(told("fr", "Hébergement")[0]).toContain("du type «\u00a0Hébergement\u00a0»");
  });

  it.each(LOCALES)("in %s", (locale) => expect(fromOf(folder, 1, 7, locale)[1]?.[1]).toMatch(/count|compte/));
});
