import { beforeAll, describe, expect, it, vi } from "vitest";
import {
  type Permission,
  type PersonalPermission,
  permissions,
  personalPermissions,
  personalRow,
} from "@/lib/access/permissions";
import {
  ConfirmationNeeded,
  Denied,
  InvalidInput,
  NotFound,
  NotSignedIn,
  Refused,
} from "@/lib/kernel/failures";
import type { Caller } from "@/lib/pipeline/caller";
import { keepRows } from "../support/database";
import { everyRequest, type Found } from "../support/everyRequest";
import { goodInputs } from "../support/goodInputs";
import type { Use } from "../support/goodInputs/use";
import { buildCrowd, type Crowd, type Relation } from "../support/relations";
import { SavedRows } from "../support/savedRows";

/**
 * Every command and query, found in the tree, tried by everybody, in their own and in another organization. What must
 * happen is read from the permission table; what is refused must leave every row as it was.
 */

// How long an answer takes is a question of its own.
vi.mock("@/lib/pipeline/evenTime", () => ({ answeringEvenly: (_: number, command: unknown) => command }));

keepRows();

type Told = "done" | "refused" | "denied" | "not found" | "not signed in" | "confirmation needed";
type Place = "own" | "foreign" | "own, with ids of another";

const found = await everyRequest();
let crowd: Crowd;
let rows: SavedRows;
/** Uses that worked for somebody: an input that never does proves nothing. */
const worked = new Set<string>();

beforeAll(async () => {
  crowd = await buildCrowd();
  rows = await SavedRows.take();
});

/** What the table's cell says about this relation; the comparison is written out here and shares nothing with the product's. */
function cellAllows({ standing, userId }: Relation, permission: Permission, byRole = false): boolean {
  if (!standing) return false;
  const row = permissions[permission];
  if (standing.as === "partner")
    return { no: false, limited: true, full: standing.access === "FULL" }[
      row.partner as "no" | "limited" | "full"
    ];
  // In every house the collaborator was given the technical right on the hosting, which is what good inputs are about.
  const hasHosting = !byRole && userId === crowd.home.people.collaborator;
  return { yes: true, no: false, billing: standing.billing, technical: hasHosting, reached: hasHosting }[
    row[standing.role]
  ];
}

const asksForProduct = (standing: NonNullable<Relation["standing"]>, permission: Permission): boolean =>
  standing.as === "member" && ["technical", "reached"].includes(permissions[permission][standing.role]);

function expectedInOrganization(relation: Relation, use: UseOf, place: Place, isFresh: boolean): Told[] {
  if (!relation.isSignedIn) return ["not signed in"];
  if (!relation.standing || place === "foreign") return ["not found"];
  const [first, ...further] = use.needs;
  // Whether somebody reaches a product is asked of the product, and another organization's is none.
  if (place === "own, with ids of another" && first && asksForProduct(relation.standing, first))
    return ["not found"];
  if (!first || !cellAllows(relation, first, use.byRole)) return ["denied"];
  const asksFor = (permission: Permission) => use.acts && permissions[permission].confirm === "password";
  if (!isFresh && asksFor(first)) return ["confirmation needed"];
  if (place === "own, with ids of another" && !use.leavesOut) return ["not found"];
  // A rule may say the same in better words before the table is asked.
  if (further.some((permission) => !cellAllows(relation, permission))) return ["denied", "refused"];
  if (!isFresh && further.some(asksFor)) return ["confirmation needed"];
  return ["done", "refused"];
}

function expectedForPerson(relation: Relation, { request }: Found, isFresh: boolean): Told[] {
  const { who, confirm } = personalRow(request.permission as PersonalPermission);
  if (who === "anyone") return ["done", "refused"];
  if (!relation.isSignedIn) return ["not signed in"];
  if (who === "staff" && !relation.isStaff) return ["denied"];
  return confirm === "password" && !isFresh ? ["confirmation needed"] : ["done", "refused"];
}

async function told(caller: Caller, { request }: Found, input: unknown): Promise<Told> {
  try {
    await request.execute(caller, input);
    return "done";
  } catch (failure) {
    if (failure instanceof Refused || failure instanceof InvalidInput) return "refused";
    if (failure instanceof Denied) return "denied";
    if (failure instanceof NotFound) return "not found";
    if (failure instanceof NotSignedIn) return "not signed in";
    if (failure instanceof ConfirmationNeeded) return "confirmation needed";
    throw failure;
  }
}

/** `acts`: a command, which may ask for the password; looking never does. */
type UseOf = Use & { needs: Permission[]; name: string; acts: boolean };

const usesOf = (one: Found): UseOf[] =>
  (goodInputs[one.key]?.uses ?? []).map((use) => ({
    ...use,
    needs: [one.request.permission as Permission, ...(use.also ?? [])],
    name: [one.key, use.as].filter(Boolean).join(" "),
    acts: one.request.kind === "command",
  }));

type Trial = { relation: Relation; where: string; caller: Caller; input: unknown; expected: Told[] };

/** Tries all cells of one use; gives what is wrong with the answers. */
async function faults(one: Found, use: UseOf, trials: Trial[]): Promise<string[]> {
  const wrong: string[] = [];
  const tell = async ({ relation, where, caller, input, expected }: Trial) => {
    const answer = await told(caller, one, input);
    const cell = `${use.name}, ${relation.name}, ${where}`;
    if (!expected.includes(answer)) wrong.push(`${cell}: ${answer} instead of ${expected.join(" or ")}`);
    return { answer, cell };
  };
  const mayWork = ({ expected }: Trial) => expected.includes("done");
  const cells: string[] = [];
  for (const trial of trials.filter((one) => !mayWork(one))) cells.push((await tell(trial)).cell);
  wrong.push(...(await changes(one, `one of: ${cells.join("; ")}`)));
  for (const trial of trials.filter(mayWork)) {
    const { answer, cell } = await tell(trial);
    if (answer === "done") worked.add(use.name);
    if (answer !== "done" || one.request.kind === "query") wrong.push(...(await changes(one, cell)));
    else await rows.putBack();
  }
  return wrong;
}

/** What was written although nothing may have been; it is put back. */
async function changes(one: Found, cells: string): Promise<string[]> {
  const changed = await rows.changedTables();
  if (changed.length === 0) return [];
  await rows.putBack();
  // Attempts of those who are nobody yet are counted, whatever becomes of them.
  const counted = one.request.place === "person" ? ["FailureCounter"] : [];
  const written = changed.filter((table) => !counted.includes(table));
  return written.length === 0 ? [] : [`${written.join(", ")} changed by ${cells}`];
}

function trialsInOrganizations(_: Found, use: UseOf): Trial[] {
  const { home, away } = crowd;
  return crowd.relations.flatMap((relation) => {
    const atHome = use.input({ house: home, relation, crowd });
    const atAway = use.input({ house: away, relation, crowd });
    const places: [Place, string, unknown][] = [["own", home.slug, atHome]];
    // The legal representative of the other organization is at home there.
    if (relation.userId !== away.people.legal) places.push(["foreign", away.slug, atAway]);
    if (JSON.stringify(atHome) !== JSON.stringify(atAway))
      places.push(["own, with ids of another", home.slug, atAway]);
    const asks = use.acts && use.needs.some((permission) => permissions[permission].confirm === "password");
    return places.flatMap(([place, slug, input]) =>
      // Where no confirmation is asked for, an old one must do.
      (asks ? [true, false] : [false]).map((isFresh) => ({
        relation,
        where: `${place}${isFresh ? "" : ", confirmed long ago"}`,
        caller: { ...(isFresh ? relation.fresh : relation.stale), organization: slug },
        input,
        expected: expectedInOrganization(relation, use, place, isFresh),
      })),
    );
  });
}

function trialsOutside(one: Found, use: UseOf): Trial[] {
  const { confirm } = personalRow(one.request.permission as PersonalPermission);
  return crowd.relations.flatMap((relation) =>
    (confirm === "password" ? [true, false] : [false]).map((isFresh) => ({
      relation,
      where: `outside${isFresh ? "" : ", confirmed long ago"}`,
      caller: isFresh ? relation.fresh : relation.stale,
      input: use.input({ house: crowd.home, relation, crowd }),
      expected: expectedForPerson(relation, one, isFresh),
    })),
  );
}

describe("everybody tries everything", () => {
  it("knows a good input for every command and query", () => {
    const unknown = found.filter(({ key }) => !(key in goodInputs)).map(({ key }) => key);
    expect(unknown, "add a good input for these to tests/support/goodInputs.ts").toEqual([]);
    const gone = Object.keys(goodInputs).filter((key) => !found.some((one) => one.key === key));
    expect(gone, "these are not in the product any more").toEqual([]);
  });

  it("tries every further permission that a command asks for", () => {
    const untried = found.flatMap((one) => {
      const asked = [...one.text.matchAll(/\bdemand\("([\w.-]+)"\)/g)].map((match) => match[1] ?? "");
      const tried = usesOf(one).flatMap((use) => use.also ?? []);
      return asked
        .filter((permission) => !tried.includes(permission as Permission))
        .map((p) => `${one.key}: ${p}`);
    });
    expect(untried).toEqual([]);
  });

  it.each(found)("$key is under the permission that it was agreed to be", ({ key, request }) => {
    expect(request.permission).toBe(goodInputs[key]?.permission);
    expect(request.place).toBe(request.permission in permissions ? "organization" : "person");
  });

  it.each(found)("$key does what the table says", async (one) => {
    const trialsOf = one.request.place === "organization" ? trialsInOrganizations : trialsOutside;
    const wrong: string[] = [];
    for (const use of usesOf(one)) wrong.push(...(await faults(one, use, trialsOf(one, use))));
    expect(wrong).toEqual([]);
  });

  it("every input worked for somebody", () => {
    const never = found
      .flatMap((one) => usesOf(one).map(({ name }) => name))
      .filter((name) => !worked.has(name));
    expect(never).toEqual([]);
  });

  it("every permission of the table is asked for by something", () => {
    const asked = new Set(
      found.flatMap((one) => [one.request.permission, ...usesOf(one).flatMap((use) => use.needs)]),
    );
    const unused = Object.keys({ ...permissions, ...personalPermissions }).filter(
      (permission) => !asked.has(permission as Permission),
    );
    expect(unused).toEqual([]);
  });
});
