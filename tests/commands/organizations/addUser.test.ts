import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { draftAddresses } from "@/lib/domain/organizations/commands/draftAddresses";
import { draftChoices } from "@/lib/domain/organizations/commands/draftChoices";
import { showDraft } from "@/lib/domain/organizations/queries/showDraft";
import { inviteUsers } from "@/lib/domain/teams/commands/inviteUsers";
import { InvalidInput, NotFound } from "@/lib/kernel/failures";
import type { Caller } from "@/lib/pipeline/caller";
import { signedIn } from "../../support/cast";
import { asOwner } from "../../support/database";
import { addressIn, buildHouse, type House, insertInvitation } from "../../support/houses";
import { failureOf, refusal } from "../../support/refusal";

/** "Add a user": addresses as people really have them, then the choices, then the invitations (USR-3, USR-8, USR-9). */

let house: House;
let legal: Caller;
let administrator: Caller;

beforeEach(async () => {
  house = await buildHouse("nord");
  legal = await signedIn(house.people.legal, house.slug);
  administrator = await signedIn(house.people.administrator, house.slug);
});

const draftOf = async (input: object, caller = legal) => (await draftAddresses.execute(caller, input)).draft;
const rowsOf = async (draft: string, caller = legal) =>
  (await showDraft.execute(caller, { draft })).answers.rows;
const file = (content: string | Uint8Array<ArrayBuffer>) => new File([content], "users.csv");
const choose = (draft: string, answer: object, caller = legal) =>
  draftChoices.execute(caller, { draft, ...answer });
const inside = async (draft: string, role: string, caller = legal) => {
  await choose(draft, { step: "place", place: "inside" }, caller);
  await choose(draft, { step: "role", role }, caller);
};

describe("addresses", () => {
  it("are judged one by one: malformed, repeated, one's own, members and those already invited (USR-9)", async () => {
    const addresses = [
      "new@elsewhere.example",
      "not an address",
      "NEW@elsewhere.example",
      addressIn("nord", "legal"),
      addressIn("nord", "collaborator"),
      addressIn("nord", "invited"),
      addressIn("nord", "former"),
    ].join("\n");
    const rows = await rowsOf(await draftOf({ addresses }));
    expect(rows.map(({ line, email, problem }) => [line, email, problem])).toEqual([
      [1, "new@elsewhere.example", null],
      [2, null, "malformed"],
      [3, "new@elsewhere.example", "repeated"],
      [4, "legal@nord.example", "own_address"],
      [5, "collaborator@nord.example", "already_a_member"],
      [6, "invited@nord.example", "already_invited"],
      [7, "former@nord.example", null],
    ]);
  });

  it.each([
    ["", "no_addresses"],
    ["   \n ", "no_addresses"],
    ["nobody", "address_malformed"],
    ["a\uff20b.example", "address_malformed"],
  ])("written as %j alone are refused beside the field", async (addresses, word) => {
    expect(await refusal(draftAddresses.execute(legal, { addresses }))).toEqual([word]);
  });

  it("from a file beside typed ones say that their line is the file's", async () => {
    const draft = await draftOf({
      addresses: "typed@elsewhere.example",
      file: file("first@elsewhere.example\nsecond@elsewhere.example"),
    });
    expect((await rowsOf(draft)).map(({ line, inFile, email }) => [line, inFile, email])).toEqual([
      [1, undefined, "typed@elsewhere.example"],
      [1, true, "first@elsewhere.example"],
      [2, true, "second@elsewhere.example"],
    ]);
  });

  it("are not looked for in an image", async () => {
    const image = file(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]));
    expect(await refusal(draftAddresses.execute(legal, { file: image }))).toEqual(["not_a_csv_file"]);
  });

  it("of the inviter, a member and an open invitation are refused when alone", async () => {
    const alone = (who: string) =>
      refusal(draftAddresses.execute(legal, { addresses: addressIn("nord", who) }));
    expect(await alone("legal")).toEqual(["own_address"]);
    expect(await alone("external")).toEqual(["already_a_member"]);
    expect(await alone("newcomer")).toEqual(["already_invited"]);
  });

  it("whose invitation has lapsed can be invited again, without any sweeper (USR-9)", async () => {
    await insertInvitation(house, "late", { expiresAt: new Date(Date.now() - 1) });
    const draft = await draftOf({ addresses: addressIn("nord", "late") });
    await inside(draft, "COLLABORATOR");
    await inviteUsers.execute(legal, { draft });
    const rows = await asOwner(`SELECT "status" FROM "Invitation" WHERE "email" = $1 ORDER BY 1`, [
      addressIn("nord", "late"),
    ]);
    expect(rows).toEqual([{ status: "PENDING" }, { status: "EXPIRED" }]);
  });
});

/** UTF-16, little end first, with its mark. */
const utf16 = (text: string) => {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return new Uint8Array(bytes);
};

describe("files", () => {
  const expected = ["ada@elsewhere.example", "bob@elsewhere.example"];
  const table = 'Name;E-mail\r\nAda Müller;ada@elsewhere.example\r\n"Bob; Bär";bob@elsewhere.example\r\n';

  it.each<[string, string | Uint8Array<ArrayBuffer>]>([
    ["UTF-8", table],
    ["UTF-8 with its mark", `\ufeff${table}`],
    ["UTF-16 with its mark", utf16(table)],
    ["UTF-16, big end first", utf16(table).map((_, index, all) => all[index ^ 1] ?? 0)],
    ["Windows-1252", new Uint8Array(Buffer.from(table, "latin1"))],
    ["commas", table.replaceAll(";", ",").replace('"Bob, Bär"', '"Bob, Bär"')],
    ["tabs", table.replaceAll(";", "\t")],
    ["no heading", "Ada;ada@elsewhere.example\nBob;bob@elsewhere.example"],
    ["one column", "ada@elsewhere.example\nbob@elsewhere.example\n\n"],
    ["old line ends", "ada@elsewhere.example\rbob@elsewhere.example\r"],
  ])("in %s are read", async (_, content) => {
    const rows = await rowsOf(await draftOf({ file: file(content) }));
    expect(rows.map((row) => row.email)).toEqual(expected);
  });

  it.each<[string, string | Uint8Array<ArrayBuffer>]>([
    ["a quotation mark left open", 'Name;E-mail\n"Ada;ada@elsewhere.example\nBob;bob@elsewhere.example'],
    ["UTF-16 without its mark", utf16("ada@elsewhere.example\nbob@elsewhere.example").slice(2)],
    ["NUL signs", "ada@elsewhere.example\u0000\nbob@elsewhere.example\u0000"],
    ["a picture", new Uint8Array(Buffer.from("89504e470d0a1a0a0000000d49484452000000ff", "hex"))],
    ["bytes that are no text", Uint8Array.from({ length: 512 }, (_, index) => index & 255)],
    ["half an emoji at the cut", `${"x".repeat(319)}😀\n${"y".repeat(319)}😀`],
    ["only a heading", "E-mail\n"],
    ["nothing", ""],
    ["one very long line", "x".repeat(1_000_000)],
  ])("with %s are answered in words, never with a failure", async (_, content) => {
    const attempt = await failureOf(draftOf({ file: file(content) }));
    if (attempt) expect(await refusal(Promise.reject(attempt))).toHaveLength(1);
  });

  it("with formulas and odd names stay text: the addresses are taken and the rest is left", async () => {
    const rows = await rowsOf(
      await draftOf({
        file: file(
          'Name,E-mail\n"=HYPERLINK(""http://x"")",ada@elsewhere.example\n"+41\n44",=1+1@elsewhere.example\n',
        ),
      }),
    );
    expect(rows.map(({ email, text }) => [email, text])).toEqual([
      ["ada@elsewhere.example", "ada@elsewhere.example"],
      // A sign that is allowed before the @ stays; a spreadsheet never sees it unescaped.
      ["=1+1@elsewhere.example", "=1+1@elsewhere.example"],
    ]);
  });

  it("larger than two megabytes are refused", async () => {
    const large = file(new Uint8Array(2 * 1024 * 1024 + 1));
    expect(await refusal(draftAddresses.execute(legal, { file: large }))).toEqual(["file_too_large"]);
  });

  it("that are not files are malformed", async () => {
    expect(await failureOf(draftAddresses.execute(legal, { file: "users.csv" }))).toBeInstanceOf(
      InvalidInput,
    );
  });
});

describe("ten thousand addresses", () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => `number-${index}@elsewhere.example`).join("\n");

  it("are invited in one go", async () => {
    const draft = await draftOf({ file: file(many(10_000)) });
    await inside(draft, "COLLABORATOR");
    expect(await inviteUsers.execute(legal, { draft })).toEqual({ draft, sent: 10_000 });
    const [counts] = await asOwner(
      `SELECT (SELECT count(*)::int FROM "Invitation" WHERE "email" LIKE 'number-%') AS "invitations",
              (SELECT count(*)::int FROM "OutboxMail") AS "mails",
              (SELECT count(*)::int FROM "AuditEntry" WHERE "action" = 'invitation.sent') AS "entries",
              (SELECT "openInvitations" FROM "Organization" WHERE "id" = $1) AS "counter"`,
      [house.id],
    );
    expect(counts).toEqual({ invitations: 10_000, mails: 10_000, entries: 10_000, counter: 10_002 });
  }, 60_000);

  it("and one more are refused, and nothing is kept", async () => {
    expect(await refusal(draftAddresses.execute(legal, { file: file(many(10_001)) }))).toEqual([
      "too_many_addresses",
    ]);
    expect(await refusal(draftAddresses.execute(legal, { addresses: many(10_001) }))).toEqual([
      "too_many_addresses",
    ]);
    expect(await asOwner(`SELECT 1 FROM "InvitationDraft"`)).toEqual([]);
  });
});

describe("a draft", () => {
  it("belongs to the one who began it", async () => {
    const draft = await draftOf({ addresses: "ada@elsewhere.example" });
    expect(await failureOf(showDraft.execute(administrator, { draft }))).toBeInstanceOf(NotFound);
    expect(
      await failureOf(choose(draft, { step: "role", role: "COLLABORATOR" }, administrator)),
    ).toBeInstanceOf(NotFound);
    expect(await failureOf(inviteUsers.execute(administrator, { draft }))).toBeInstanceOf(NotFound);
  });

  it("is kept under the id that its first page was opened with, and shown there again", async () => {
    const draft = randomUUID();
    const opened = await showDraft.execute(legal, { draft, begins: true });
    expect(opened).toMatchObject({ draft, answers: { rows: [] } });
    expect(await draftOf({ draft, addresses: "ada@elsewhere.example" })).toBe(draft);
    const again = await showDraft.execute(legal, { draft, begins: true });
    expect(again.answers.rows.map(({ text }) => text)).toEqual(["ada@elsewhere.example"]);
  });

  it("of somebody else is neither shown nor changed where one begins", async () => {
    const draft = await draftOf({ addresses: "ada@elsewhere.example" });
    const opened = await showDraft.execute(administrator, { draft, begins: true });
    expect(opened.answers.rows).toEqual([]);
    const attempt = draftOf({ draft, addresses: "eve@elsewhere.example" }, administrator);
    expect(await failureOf(attempt)).toBeInstanceOf(NotFound);
    expect((await rowsOf(draft)).map(({ text }) => text)).toEqual(["ada@elsewhere.example"]);
  });

  it("asks for the role before it is sent", async () => {
    const draft = await draftOf({ addresses: "ada@elsewhere.example" });
    expect(await refusal(inviteUsers.execute(legal, { draft }))).toEqual(["choose_a_role_first"]);
    expect(await refusal(choose(draft, { step: "role", role: "EXTERNAL" }))).toEqual([]);
  });

  it("keeps inside and external apart (USR-1, USR-8)", async () => {
    const draft = await draftOf({ addresses: "ada@elsewhere.example" });
    await choose(draft, { step: "place", place: "external" });
    expect(await refusal(choose(draft, { step: "role", role: "ADMINISTRATOR" }))).toEqual([
      "choose_inside_or_external_first",
    ]);
    const { answers } = await showDraft.execute(legal, { draft });
    expect(answers).toMatchObject({ inside: false, role: "EXTERNAL", billingRight: false });
  });

  it("asks for place and role, except of whoever goes to another step: their answers stay as they are", async () => {
    const draft = await draftOf({ addresses: "ada@elsewhere.example" });
    for (const step of ["place", "role"]) {
      expect(await failureOf(choose(draft, { step }))).toBeInstanceOf(InvalidInput);
      await choose(draft, { step, go: "addresses" });
    }
    expect((await showDraft.execute(legal, { draft })).answers).toMatchObject({ inside: null, role: null });
    await choose(draft, { step: "place", place: "inside", go: "addresses" });
    await choose(draft, { step: "role", role: "ADMINISTRATOR", go: "place" });
    for (const step of ["place", "role"]) await choose(draft, { step, go: "addresses" });
    const { answers } = await showDraft.execute(legal, { draft });
    expect(answers).toMatchObject({ inside: true, role: "ADMINISTRATOR" });
  });

  it("never gives an external the billing right, and keeps the choice to collaborators (USR-7)", async () => {
    const draft = await draftOf({ addresses: "ada@elsewhere.example" });
    await choose(draft, { step: "place", place: "external" });
    await choose(draft, { step: "preferences", billingRight: "on" });
    expect((await showDraft.execute(legal, { draft })).answers.billingRight).toBe(false);
    await inside(draft, "COLLABORATOR");
    await choose(draft, { step: "preferences", billingRight: "on" });
    expect((await showDraft.execute(legal, { draft })).answers.billingRight).toBe(true);
    await choose(draft, { step: "role", role: "ADMINISTRATOR" });
    expect((await showDraft.execute(legal, { draft })).answers.billingRight).toBe(false);
  });

  it("of an administrator never holds the role of legal representative (USR-4)", async () => {
    const draft = await draftOf({ addresses: "ada@elsewhere.example" }, administrator);
    await choose(draft, { step: "place", place: "inside" }, administrator);
    expect(
      await refusal(choose(draft, { step: "role", role: "LEGAL_REPRESENTATIVE" }, administrator)),
    ).toEqual(["only_legal_representatives_give_this_role"]);
    const { roles } = await showDraft.execute(administrator, { draft });
    expect(roles.filter(({ refusals }) => refusals.length > 0).map(({ role }) => role)).toEqual([
      "LEGAL_REPRESENTATIVE",
    ]);
  });

  it("is sent once: sent again it changes nothing and says the same", async () => {
    const draft = await draftOf({ addresses: "ada@elsewhere.example" });
    await inside(draft, "COLLABORATOR");
    const first = await inviteUsers.execute(legal, { draft });
    expect(await inviteUsers.execute(legal, { draft })).toEqual(first);
    expect(await asOwner(`SELECT 1 FROM "OutboxMail"`)).toHaveLength(1);
  });

  it("leaves out who became a member or was invited in the meantime, and says so", async () => {
    const draft = await draftOf({ addresses: "ada@elsewhere.example\nbob@elsewhere.example" });
    await inside(draft, "COLLABORATOR");
    await insertInvitation(house, "", { email: "bob@elsewhere.example" });
    expect(await inviteUsers.execute(legal, { draft })).toEqual({ draft, sent: 1 });
    expect((await rowsOf(draft)).map(({ problem }) => problem)).toEqual([null, "already_invited"]);
  });
});

describe("billing reminders", () => {
  const reminders = async (draft: string) => {
    const { answers } = await showDraft.execute(legal, { draft });
    return [answers.remindersByEmail, answers.remindersBySms];
  };

  it("are off for externals and on for everybody inside, until somebody chooses (USR-6, USR-7)", async () => {
    const draft = await draftOf({ addresses: "ada@elsewhere.example" });
    await choose(draft, { step: "place", place: "external" });
    expect(await reminders(draft)).toEqual([false, false]);
    await choose(draft, { step: "place", place: "inside" });
    expect(await reminders(draft)).toEqual([true, false]);
  });

  it("stay as they were chosen where the place is confirmed", async () => {
    const draft = await draftOf({ addresses: "ada@elsewhere.example" });
    await choose(draft, { step: "place", place: "external" });
    await choose(draft, { step: "preferences", remindersByEmail: "on", remindersBySms: "on" });
    await choose(draft, { step: "place", place: "external" });
    expect(await reminders(draft)).toEqual([true, true]);
  });
});

describe("an invitation", () => {
  it("is a row with the choices, a record, and a mail with the only copy of its link (USR-8, USR-9)", async () => {
    const draft = await draftOf({ addresses: "Ada Lovelace <Ada@Elsewhere.Example>" });
    await inside(draft, "COLLABORATOR");
    await choose(draft, { step: "preferences", billingRight: "on", remindersBySms: "on" });
    await inviteUsers.execute(legal, { draft });

    const [row] = await asOwner<{ tokenHash: Buffer; sentAt: Date; expiresAt: Date }>(
      `SELECT * FROM "Invitation" WHERE "email" = 'ada@elsewhere.example'`,
    );
    expect(row).toMatchObject({
      organizationId: house.id,
      role: "COLLABORATOR",
      billingRight: true,
      remindersByEmail: false,
      remindersBySms: true,
      productEventsByEmail: false,
      status: "PENDING",
      invitedById: house.people.legal,
    });
    expect(row && row.expiresAt.getTime() - row.sentAt.getTime()).toBe(30 * 24 * 60 * 60 * 1_000);

    const entries = await asOwner(
      `SELECT "actorUserId", "subjectName", "after" FROM "AuditEntry" WHERE "action" = 'invitation.sent'`,
    );
    expect(entries).toEqual([
      {
        actorUserId: house.people.legal,
        subjectName: "ada@elsewhere.example",
        after: expect.objectContaining({ role: "COLLABORATOR", billingRight: true }),
      },
    ]);

    const [mail] = await asOwner<{ text: string }>(
      `SELECT "text" FROM "OutboxMail" WHERE "toAddress" = 'ada@elsewhere.example' AND "template" = 'invitation'`,
    );
    const token = mail?.text.match(/\/invite\/([\w-]{43})/)?.[1] ?? "";
    expect(token).toHaveLength(43);
    const kept = await asOwner<{ row: string }>(
      `SELECT to_jsonb(i)::text AS row FROM "Invitation" i UNION ALL SELECT to_jsonb(a)::text FROM "AuditEntry" a
       UNION ALL SELECT to_jsonb(d)::text FROM "InvitationDraft" d`,
    );
    expect(kept.filter((one) => one.row.includes(token))).toEqual([]);
  });

  it("is written in the language of an account that is there already", async () => {
    await asOwner(`UPDATE "User" SET "locale" = 'fr' WHERE "id" = $1`, [house.people.former]);
    const draft = await draftOf({ addresses: addressIn("nord", "former") });
    await inside(draft, "COLLABORATOR");
    await inviteUsers.execute(legal, { draft });
    expect(await asOwner(`SELECT "locale" FROM "OutboxMail"`)).toEqual([{ locale: "fr" }]);
  });
});
