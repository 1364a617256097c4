import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { asOwner, keepRows } from "../../support/database";
import { everyRequest, type Found } from "../../support/everyRequest";
import { goodInputs } from "../../support/goodInputs";
import { failureOf } from "../../support/refusal";
import { buildCrowd, type Crowd } from "../../support/relations";
import { SavedRows } from "../../support/savedRows";

/**
 * The record of a change and the mails that tell of it are written with the change, or the change did not happen. Every
 * command of the product, found in the tree, is made to fail in the telling.
 */

keepRows();

// How long an answer takes is a question of its own.
vi.mock("@/lib/pipeline/evenTime", () => ({ answeringEvenly: (_: number, command: unknown) => command }));

const commands = (await everyRequest()).filter(({ request }) => request.kind === "command");
/** What is only a draft is no change yet and tells nobody. */
const UNTOLD = new Set([
  "organizations/draftAddresses",
  "organizations/draftChoices",
  "teams/draftProducts",
  "teams/draftTeam",
  "teams/draftTeams",
]);
const tellByMail: string[] = [];
let crowd: Crowd;
let rows: SavedRows;

beforeAll(async () => {
  crowd = await buildCrowd();
  rows = await SavedRows.take();
  await asOwner(`CREATE FUNCTION refuse_telling() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'the telling fails'; END $$`);
});

const forbid = (table: string) =>
  asOwner(`CREATE TRIGGER refuse_telling BEFORE INSERT ON "${table}" EXECUTE FUNCTION refuse_telling()`);

afterEach(async () => {
  await asOwner(`DROP TRIGGER IF EXISTS refuse_telling ON "AuditEntry"`);
  await asOwner(`DROP TRIGGER IF EXISTS refuse_telling ON "OutboxMail"`);
  await rows.putBack();
});

/** Whether the telling failed for those whom a command's good input works for. */
async function failsInTelling({ key, request }: Found): Promise<boolean> {
  const [use] = goodInputs[key]?.uses ?? [];
  const failures: string[] = [];
  for (const relation of crowd.relations) {
    if (!["legal representative", "invited", "anonymous"].includes(relation.name)) continue;
    const caller = { ...relation.fresh, organization: crowd.home.slug };
    const input = use?.input({ house: crowd.home, relation, crowd });
    failures.push(String(await failureOf(request.execute(caller, input))));
  }
  return failures.some((failure) => failure.includes("the telling fails"));
}

/** Attempts are counted before anything is known, and stay. */
const changed = async () => (await rows.changedTables()).filter((table) => table !== "FailureCounter");

describe.each(commands)("$key", (one) => {
  it("changes nothing where the record cannot be written", async () => {
    await forbid("AuditEntry");
    const isTold = !UNTOLD.has(one.key);
    expect(await failsInTelling(one)).toBe(isTold);
    if (isTold) expect(await changed()).toEqual([]);
  });

  it("changes nothing where its mail cannot be written", async () => {
    await forbid("OutboxMail");
    if (await failsInTelling(one)) {
      tellByMail.push(one.key);
      expect(await changed()).toEqual([]);
    }
  });
});

it("some tell by mail", () => {
  for (const key of [
    "teams/inviteUsers",
    "organizations/changePreferences",
    "organizations/changeRole",
    "organizations/removeMembers",
    "organizations/acceptInvitation",
    "organizations/leaveOrganization",
  ])
    expect(tellByMail).toContain(key);
});
