import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { effectsOnPeople, summaryOf } from "@/lib/access/effects";
import { SCALES } from "@/lib/access/families";
import type { Holder, Target } from "@/lib/access/resolution";
import { grantsAfter, withoutTeam, withTeam, withTeamGrants } from "@/lib/domain/teams/rules/holdings";

/** What a change of a team does, before it is made (TEAM-2). */

const { read, write } = SCALES.FOLDER.rights;
const folder = (id: string): Target => ({ type: "FOLDER", id, sharedRights: 0 });
const plans = folder("plans");
const mails: Target = { type: "MAILBOX", id: "mails", sharedRights: 0 };
const hosting: Target = {
  type: "PRODUCT",
  id: "hosting",
  kindKey: "web-hosting",
  family: "web-hosting",
  suite: null,
};
const team = { id: "web", name: "Web", grants: [{ on: "plans", rights: write }] };
const bare: Holder = { role: "COLLABORATOR", grants: [], teams: [] };

describe("who holds what once a team changed", () => {
  it("joining brings the team's access, leaving takes it (TEAM-2)", () => {
    const joined = withTeam(bare, team);
    const joining = effectsOnPeople([{ id: "a", before: bare, after: joined }], [plans]);
    expect(joining).toEqual([{ id: "a", gains: [{ target: plans, before: 0, after: write }], losses: [] }]);
    const leaving = effectsOnPeople(
      [{ id: "a", before: joined, after: withoutTeam(joined, "web") }],
      [plans],
    );
    expect(leaving).toEqual([{ id: "a", gains: [], losses: [{ target: plans, before: write, after: 0 }] }]);
  });

  it("takes nothing that reaches somebody by another team (TEAM-4)", () => {
    const inBoth = withTeam(withTeam(bare, team), { ...team, id: "print", name: "Print" });
    expect(
      effectsOnPeople([{ id: "a", before: inBoth, after: withoutTeam(inBoth, "web") }], [plans]),
    ).toEqual([]);
  });

  it("changes nothing for somebody whose own folder access stands above the team's (TEAM-4)", () => {
    const own: Holder = { ...bare, grants: [{ on: "plans", rights: read }] };
    expect(effectsOnPeople([{ id: "a", before: own, after: withTeam(own, team) }], [plans])).toEqual([]);
  });

  it("gives an administrator no product, which they have, but what is inside, which is given (USR-11)", () => {
    const administrator: Holder = { ...bare, role: "ADMINISTRATOR" };
    const all = { ...team, grants: [...team.grants, { on: "hosting", rights: 1 }] };
    const effects = effectsOnPeople(
      [{ id: "a", before: administrator, after: withTeam(administrator, all) }],
      [hosting, plans],
    );
    expect(effects.map(({ gains }) => gains.map(({ target }) => target.id))).toEqual([["plans"]]);
  });

  it("setting grants adds, changes and takes away, and leaves the others", () => {
    const before = [
      { on: "a", rights: 1 },
      { on: "b", rights: 1 },
      { on: "c", rights: 1 },
    ];
    const set = [
      { on: "b", rights: 3 },
      { on: "c", rights: 0 },
      { on: "d", rights: 1 },
    ];
    expect(grantsAfter(before, set)).toEqual([
      { on: "a", rights: 1 },
      { on: "b", rights: 3 },
      { on: "d", rights: 1 },
    ]);
  });

  it("other grants of the team change nothing for who is not in it", () => {
    expect(withTeamGrants(bare, "web", [{ on: "plans", rights: 0 }])).toEqual(bare);
    const member = withTeam(bare, team);
    const lower = withTeamGrants(member, "web", [{ on: "plans", rights: read }]);
    const [effect] = effectsOnPeople([{ id: "a", before: member, after: lower }], [plans]);
    expect(effect?.losses).toEqual([{ target: plans, before: write, after: read }]);
  });

  it("leaving after joining restores what was, and joining twice is joining once (TEAM-2)", () => {
    const grants = fc.array(
      fc.record({ on: fc.constantFrom("plans", "mails", "hosting"), rights: fc.nat(7) }),
    );
    const name = fc.constantFrom("print", "shop", "stock");
    const holder = fc.record({
      role: fc.constantFrom("ADMINISTRATOR" as const, "COLLABORATOR" as const, "EXTERNAL" as const),
      grants,
      teams: fc.uniqueArray(fc.record({ id: name, name, grants }), { selector: ({ id }) => id }),
    });
    fc.assert(
      fc.property(holder, grants, (before, given) => {
        const joining = { id: "web", name: "Web", grants: given };
        const once = withTeam(before, joining);
        expect(withTeam(once, joining)).toEqual(once);
        expect(withoutTeam(once, "web")).toEqual(before);
      }),
    );
  });
});

describe("an effect in four numbers", () => {
  it("counts people and accesses apart", () => {
    const after = withTeam(bare, { ...team, grants: [...team.grants, { on: "mails", rights: 1 }] });
    const people = effectsOnPeople(
      [
        { id: "a", before: bare, after },
        { id: "b", before: bare, after },
        { id: "c", before: after, after: bare },
        { id: "d", before: bare, after: bare },
      ],
      [plans, mails],
    );
    expect(summaryOf(people)).toEqual({ gainers: 2, gains: 4, losers: 1, losses: 2 });
  });
});
