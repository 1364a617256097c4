import { afterEach, expect, it } from "vitest";
import { listMails } from "@/lib/domain/support/queries/listMails";
import { readMail } from "@/lib/domain/support/queries/readMail";
import { Denied, InvalidInput, NotFound, NotSignedIn } from "@/lib/kernel/failures";
import { setNow } from "@/lib/platform/clock";
import { database } from "@/lib/platform/database";
import { startSession } from "@/lib/platform/session";
import { resetFor, write } from "./outboxOf";

/** The staff's list of mails. */

delete process.env.SMTP_URL;
afterEach(() => setNow(null));

async function callerOf(isStaff: boolean) {
  const user = await database().user.create({
    data: {
      email: isStaff ? "staff@kontor.example" : "ada@example.com",
      firstName: "Sam",
      lastName: "Staff",
      passwordHash: "-",
      staffSince: isStaff ? new Date() : null,
    },
  });
  const origin = { userAgent: "test", addressPrefix: "127.0.0.0/24" };
  return stranger(await startSession(user.id, 1, origin));
}

const stranger = (sessionToken: string | null = null) => ({
  sessionToken,
  organization: null,
  locale: "en",
  requestId: "test",
  userAgent: "test",
  addressPrefix: "127.0.0.0/24",
  browserToken: null,
});

const TABLE = { q: "", sort: "-written", page: 1, size: 25, states: [] };
const subjectsTo = (view: { mails: { to: string }[] }) => view.mails.map(({ to }) => to);

it("shows every mail, searched, filtered, sorted and paged", async () => {
  const caller = await callerOf(true);
  for (const [minute, name] of ["ada", "bob", "cleo"].entries()) {
    setNow(new Date(Date.UTC(2026, 10, 22, 10, minute)));
    await write(resetFor(`${name}@example.com`, name === "bob" ? "fr" : "en"));
  }
  setNow(null);
  await database().outboxMail.updateMany({
    where: { toAddress: "cleo@example.com" },
    data: { status: "FAILED" },
  });

  const list = async (change: object) => subjectsTo(await listMails.execute(caller, { ...TABLE, ...change }));
  expect(await list({})).toEqual(["cleo@example.com", "bob@example.com", "ada@example.com"]);
  expect(await list({ sort: "to" })).toEqual(["ada@example.com", "bob@example.com", "cleo@example.com"]);
  expect(await list({ q: "BOB@" })).toEqual(["bob@example.com"]);
  expect(await list({ q: "mot de passe" })).toEqual(["bob@example.com"]);
  expect(await list({ q: "%" })).toEqual([]);
  expect(await list({ q: "_" })).toEqual([]);
  expect(await list({ states: ["failed"] })).toEqual(["cleo@example.com"]);
  expect(await list({ states: ["kept"] })).toEqual(["bob@example.com", "ada@example.com"]);
  expect(await list({ size: 2, page: 2 })).toEqual(["ada@example.com"]);
  expect(await listMails.execute(caller, { ...TABLE, size: 2, page: 99 })).toMatchObject({
    page: 2,
    total: 3,
  });
});

it("shows one mail with its text where nothing is delivered", async () => {
  const caller = await callerOf(true);
  const [id = ""] = await write(resetFor("ada@example.com"));
  const { mail, body } = await readMail.execute(caller, { id });
  expect(mail).toMatchObject({ to: "ada@example.com", subject: "Choose a new password", state: "kept" });
  expect(body?.text).toContain("secret-of-ada@example.com");
  expect(body?.html).toContain("secret-of-ada@example.com");
});

it("finds no mail behind an unknown or malformed id", async () => {
  const caller = await callerOf(true);
  const unknown = ["019395b7-0000-7000-8000-000000000000", "1", "../x", "' OR 1=1 --"];
  for (const id of unknown) await expect(readMail.execute(caller, { id })).rejects.toThrow(NotFound);
  await expect(readMail.execute(caller, { id: ["x"] })).rejects.toThrow(InvalidInput);
});

it("shows nothing to anybody else", async () => {
  const [id = ""] = await write(resetFor("ada@example.com"));
  const ada = await callerOf(false);
  await expect(listMails.execute(ada, TABLE)).rejects.toThrow(Denied);
  await expect(readMail.execute(ada, { id })).rejects.toThrow(Denied);
  await expect(listMails.execute(stranger(), TABLE)).rejects.toThrow(NotSignedIn);
  await expect(readMail.execute(stranger(), { id })).rejects.toThrow(NotSignedIn);
});
