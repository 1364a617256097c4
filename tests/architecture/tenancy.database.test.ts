import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type * as Actors from "@/lib/pipeline/actor";
import type { Caller } from "@/lib/pipeline/caller";
import { asOwner, keepRows } from "../support/database";
import { everyRequest, type Found } from "../support/everyRequest";
import { goodInputs } from "../support/goodInputs";
import { buildAgency, type House } from "../support/houses";
import { buildCrowd, type Crowd } from "../support/relations";
import { SavedRows } from "../support/savedRows";

/**
 * Organizations are kept apart twice, and each half is tried alone. The permission check is off throughout: whoever asks
 * may do everything. First without row-level security, where the statements' own conditions must do; then with both;
 * then the application takes the other organization for its own, and nothing but row-level security is left.
 */

const confused = vi.hoisted(() => ({ into: null as null | { id: string; membershipId: string } }));

vi.mock("@/lib/access/authorize", async (original) => ({
  ...(await original<object>()),
  authorize: () => undefined,
  authorizePersonally: () => undefined,
  permits: () => true,
}));

vi.mock("@/lib/pipeline/actor", async (original) => {
  const real = await original<typeof Actors>();
  return {
    ...real,
    insiderOf(entered: Parameters<typeof Actors.insiderOf>[0]) {
      const actor = real.insiderOf(entered);
      if (!confused.into) return actor;
      const { id, membershipId } = confused.into;
      return {
        ...actor,
        organization: { ...actor.organization, id },
        organizationRow: { ...actor.organizationRow, id },
        standing: { as: "member", membershipId, role: "LEGAL_REPRESENTATIVE", billing: true } as const,
      };
    },
  };
});

vi.mock("@/lib/pipeline/evenTime", () => ({ answeringEvenly: (_: number, command: unknown) => command }));

keepRows();

const found = (await everyRequest()).filter(({ request }) => request.place === "organization");
const queries = found.filter(({ request }) => request.kind === "query");
let crowd: Crowd;
let rows: SavedRows;
let itsTexts: string[];
let itsRows: string;

beforeAll(async () => {
  crowd = await buildCrowd();
  await buildAgency("their-agency", crowd.away.id, "LIMITED");
  rows = await SavedRows.take();
  itsTexts = textsOf(crowd.away);
  itsRows = await rows.fingerprint([crowd.away.id, ...itsTexts]);
});

beforeEach(() => {
  confused.into = null;
});

afterEach(() => rows.putBack());

/** Whatever tells that a row is that organization's. */
const textsOf = (house: House): string[] => [
  `of ${house.word}\\y`,
  `@${house.word}.example`,
  `house-${house.word}`,
  `House ${house.word}`,
  ...Object.values(house.members),
  house.invitation.id,
  house.newcomer.id,
];

/** Everybody who has reason to be in the first organization, with ids of the second. */
function trials({ key }: Found): { who: string; caller: Caller; input: unknown }[] {
  return crowd.relations
    .filter(({ standing }) => standing !== null)
    .flatMap((relation) =>
      (goodInputs[key]?.uses ?? []).map((use) => ({
        who: relation.name,
        caller: { ...relation.fresh, organization: crowd.home.slug },
        input: use.input({ house: crowd.away, relation, crowd }),
      })),
    );
}

/** Texts of the other organization in an answer, beyond what was sent along with the question. */
function leaks(answer: unknown, input: unknown): string[] {
  const asked = JSON.stringify(input);
  const told = JSON.stringify(answer) ?? "";
  return itsTexts
    .map((text) => text.replace("\\y", ""))
    .filter((text) => !asked.includes(text) && told.includes(text));
}

/** What the request gives away of the other organization, to anybody who has reason to be in the first. */
async function everythingTold(one: Found): Promise<string[]> {
  const told: string[] = [];
  for (const { who, caller, input } of trials(one)) {
    const answer = await one.request.execute(caller, input).catch(() => null);
    told.push(...leaks(answer, input).map((text) => `${one.key} tells the ${who}: ${text}`));
  }
  return told;
}

/** Takes the database's own separation away, or gives it back. */
async function setSecurity(state: "ENABLE" | "DISABLE"): Promise<void> {
  const tables = await asOwner<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relforcerowsecurity AND relnamespace = 'public'::regnamespace`,
  );
  for (const { name } of tables) await asOwner(`ALTER TABLE "${name}" ${state} ROW LEVEL SECURITY`);
}

describe("with row-level security switched off, the statements' own conditions alone", () => {
  beforeAll(() => setSecurity("DISABLE"));
  afterAll(() => setSecurity("ENABLE"));

  it.each(found)("keep $key from another organization", async (one) => {
    expect(await everythingTold(one)).toEqual([]);
    expect(await rows.fingerprint([crowd.away.id, ...itsTexts])).toBe(itsRows);
  });
});

describe("with the permission check switched off", () => {
  it.each(found)("$key reaches nothing of another organization", async (one) => {
    expect(await everythingTold(one)).toEqual([]);
    expect(await rows.fingerprint([crowd.away.id, ...itsTexts])).toBe(itsRows);
  });
});

describe("with the application taking another organization for its own", () => {
  beforeEach(() => {
    confused.into = { id: crowd.away.id, membershipId: crowd.away.members.legal };
  });

  it.each(found)("$key reaches nothing of it", async (one) => {
    expect(await everythingTold(one)).toEqual([]);
    expect(await rows.fingerprint([crowd.away.id, ...itsTexts])).toBe(itsRows);
  });

  describe("and row-level security switched off as well", () => {
    beforeAll(() => setSecurity("DISABLE"));
    afterAll(() => setSecurity("ENABLE"));

    it("everything is told: the search for leaks finds them", async () => {
      const told = (await Promise.all(queries.map(everythingTold))).flat().join("\n");
      for (const key of ["listUsers", "exportUsers", "listActivity", "showUser", "listSuccessors"])
        expect(told).toContain(`organizations/${key} tells`);
    });

    it("everything is changed: the comparison of rows finds it", async () => {
      const changing = found.filter(({ request }) => request.kind === "command");
      const unseen: string[] = [];
      for (const one of changing) {
        await everythingTold(one);
        if ((await rows.fingerprint([crowd.away.id, ...itsTexts])) === itsRows) unseen.push(one.key);
        await rows.putBack();
      }
      expect(unseen).toEqual([]);
    });
  });
});
