import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { readMail } from "@/lib/domain/support/queries/readMail";
import { addSeconds } from "@/lib/kernel/dates";
import { now, setNow } from "@/lib/platform/clock";
import { database, inTransaction } from "@/lib/platform/database";
import { workerTasks } from "@/lib/platform/jobs/tasks";
import { deliverMail, NotTaken, noteLostMails } from "@/lib/platform/mail/delivery";
import { mailSender, type Sender } from "@/lib/platform/mail/sender";
import { startSession } from "@/lib/platform/session";
import { asOwner } from "../../support/database";
import { jobs, mailOf, outbox, pausesPass, resetFor, work, write } from "./outboxOf";
import { headerText, TestSmtpServer } from "./smtpServer";

/** The mail task, with a real queue and a real SMTP server: once, later, never, or unknown; but not twice. */

const server = await TestSmtpServer.start();
process.env.SMTP_URL = server.url;
process.env.MAIL_FROM = "Kontor <console@kontor.example>";
const senders: Sender[] = [];
const senderTo = (url: string, deadlineSeconds?: number) => {
  const sender = mailSender(url, "Kontor <console@kontor.example>", deadlineSeconds);
  senders.push(sender);
  return sender;
};

beforeEach(() => server.forget());
afterEach(() => {
  setNow(null);
  for (const sender of senders.splice(0)) sender.close();
});
afterAll(() => server.stop());

describe("a mail whose server is there", () => {
  it("is delivered once by the worker, with both bodies and headers that machines respect", async () => {
    const [id = ""] = await write(resetFor("ada@example.com", "fr"));
    expect(await jobs()).toEqual([{ attempts: 0, max_attempts: 25, due: true, last_error: null }]);
    const tasks = workerTasks();
    await work(tasks.taskList);
    await work(tasks.taskList);
    tasks.close();

    const [mail, ...others] = server.arrived;
    expect(others).toEqual([]);
    expect(mail?.to).toBe("ada@example.com");
    expect(headerText(mail?.headers.get("subject"))).toBe("Choisissez un nouveau mot de passe");
    expect(mail?.headers.get("from")).toBe("Kontor <console@kontor.example>");
    expect(mail?.headers.get("to")).toBe("ada@example.com");
    expect(mail?.headers.get("message-id")).toBe(`<${id}@kontor.example>`);
    expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
    expect(mail?.headers.get("content-language")).toBe("fr");
    for (const body of [mail?.text, mail?.html])
      expect(body).toContain("http://localhost:3000/reset-password/secret-of-ada@example.com");
    expect(await jobs()).toEqual([]);
  });

  it("leaves no text behind: links in mails are secrets", async () => {
    const [id = ""] = await write(resetFor("ada@example.com"));
    await deliverMail(id, senderTo(server.url));
    expect(await mailOf(id)).toMatchObject({ status: "SENT", text: null, html: null, attempts: 1 });
    expect(await asOwner(`SELECT 1 FROM "OutboxMail" m WHERE m::text LIKE '%secret-of%'`)).toEqual([]);
  });

  it("carries names with line breaks, quotes and other scripts without a header of their own", async () => {
    const organization = 'Évil\r\nBcc: victim@example.com\n\n<b>"O\'Neil & Söhne" 🦊 مكتب';
    await write({
      template: "memberRemoved",
      to: "ada@example.com",
      locale: "en",
      values: { name: "Ada\r\nX-Own: 1", organization, by: "Bob" },
    });
    const tasks = workerTasks(senderTo(server.url));
    await work(tasks.taskList);
    const [mail] = server.arrived;
    expect([...(mail?.headers.keys() ?? [])]).not.toContain("bcc");
    expect([...(mail?.headers.keys() ?? [])]).not.toContain("x-own");
    expect(headerText(mail?.headers.get("subject"))).toContain(
      'Évil Bcc: victim@example.com <b>"O\'Neil & Söhne" 🦊 مكتب',
    );
    expect(mail?.html).not.toContain("<b>");
  });
});

describe("a mail that the server does not take at first", () => {
  it("waits, is tried again after a pause, and is delivered once", async () => {
    server.manners = { onRecipient: (_, count) => (count === 0 ? { code: 451, words: "Try later" } : null) };
    const [id = ""] = await write(resetFor("ada@example.com"));
    const { taskList } = workerTasks(senderTo(server.url));
    await work(taskList);
    expect(await mailOf(id)).toMatchObject({ status: "PENDING", attempts: 1, claimedAt: null });
    expect((await mailOf(id)).lastError).toContain("451 Try later");
    expect(await jobs()).toMatchObject([{ attempts: 1, due: false }]);
    await work(taskList);
    expect(server.arrived).toHaveLength(0);
    await pausesPass();
    await work(taskList);
    expect(await mailOf(id)).toMatchObject({ status: "SENT", attempts: 2, lastError: null });
    expect(server.arrived).toHaveLength(1);
  });

  it("also when the refusal for now comes after its text: the server has said that it did not take it", async () => {
    server.manners = { onText: (_, count) => (count === 0 ? { code: 452, words: "Disk full" } : null) };
    const [id = ""] = await write(resetFor("ada@example.com"));
    const sender = senderTo(server.url);
    await expect(deliverMail(id, sender)).rejects.toThrow(NotTaken);
    expect(await mailOf(id)).toMatchObject({ status: "PENDING" });
    await deliverMail(id, sender);
    expect(server.arrived).toHaveLength(1);
  });

  it("is given up after the last attempt, with the server's words", async () => {
    server.manners = { onRecipient: () => ({ code: 451, words: "Try later" }) };
    const [id = ""] = await write(resetFor("ada@example.com"));
    const { taskList } = workerTasks(senderTo(server.url));
    await asOwner("UPDATE graphile_worker._private_jobs SET attempts = max_attempts - 1");
    await work(taskList);
    expect(await mailOf(id)).toMatchObject({ status: "FAILED", lastError: "451 Try later" });
  });

  it("waits while the server is down, and goes out when it is back", async () => {
    const away = await TestSmtpServer.start();
    const { port, url } = away;
    await away.stop();
    const [id = ""] = await write(resetFor("ada@example.com"));
    const { taskList } = workerTasks(senderTo(url));
    await work(taskList);
    expect(await mailOf(id)).toMatchObject({ status: "PENDING", attempts: 1 });
    expect((await mailOf(id)).lastError).toContain("ECONNREFUSED");
    const back = await TestSmtpServer.start({ port });
    await pausesPass();
    await work(taskList);
    expect(back.arrived.map(({ to }) => to)).toEqual(["ada@example.com"]);
    expect(await mailOf(id)).toMatchObject({ status: "SENT", attempts: 2 });
    await back.stop();
  });

  it("waits while our own credentials are refused: that is for the operator to mend", async () => {
    const strict = await TestSmtpServer.start({ needsSignIn: true });
    strict.manners = { credentials: { user: "kontor", pass: "right" } };
    const [id = ""] = await write(resetFor("ada@example.com"));
    const wrong = senderTo(strict.url.replace("//", "//kontor:wrong@"));
    await expect(deliverMail(id, wrong)).rejects.toThrow(NotTaken);
    expect(await mailOf(id)).toMatchObject({ status: "PENDING" });
    expect((await mailOf(id)).lastError).not.toContain("wrong");
    await deliverMail(id, senderTo(strict.url.replace("//", "//kontor:right@")));
    expect(await mailOf(id)).toMatchObject({ status: "SENT" });
    await strict.stop();
  });
});

describe("a mail that the server refuses", () => {
  it.each([
    ["the recipient", { onRecipient: () => ({ code: 550, words: "No such mailbox" }) }],
    ["the text", { onText: () => ({ code: 550, words: "No such mailbox" }) }],
  ])("for %s is failed with the server's words and not tried again", async (_, manners) => {
    server.manners = manners;
    const [id = ""] = await write(resetFor("ada@example.com"));
    await work(workerTasks(senderTo(server.url)).taskList);
    expect(await mailOf(id)).toMatchObject({ status: "FAILED", attempts: 1 });
    expect((await mailOf(id)).lastError).toContain("550 No such mailbox");
    expect(await jobs()).toEqual([]);
  });
});

describe("a mail of which nobody knows whether it arrived", () => {
  it("is uncertain when the connection broke after its text, and is not sent again", async () => {
    server.manners = { onText: () => "hang up" };
    const [id = ""] = await write(resetFor("ada@example.com"));
    const { taskList } = workerTasks(senderTo(server.url));
    await work(taskList);
    expect(await mailOf(id)).toMatchObject({ status: "UNCERTAIN", attempts: 1 });
    expect(await jobs()).toEqual([]);
    server.manners = {};
    await deliverMail(id, senderTo(server.url));
    expect(server.arrived).toEqual([]);
    expect(await mailOf(id)).toMatchObject({ status: "UNCERTAIN", attempts: 1 });
  });

  it("is uncertain when the server falls silent after its text", async () => {
    server.manners = { onText: () => "silence" };
    const [id = ""] = await write(resetFor("ada@example.com"));
    await deliverMail(id, senderTo(server.url, 0.5));
    expect(await mailOf(id)).toMatchObject({ status: "UNCERTAIN" });
  });

  it("waits when the connection broke before its text was asked for", async () => {
    server.manners = {
      onRecipient: () => {
        server.hangUp();
        return null;
      },
    };
    const [id = ""] = await write(resetFor("ada@example.com"));
    await expect(deliverMail(id, senderTo(server.url))).rejects.toThrow(NotTaken);
    expect(await mailOf(id)).toMatchObject({ status: "PENDING", attempts: 1 });
  });

  it("is uncertain when its worker died on the way, two minutes later", async () => {
    const [id = ""] = await write(resetFor("ada@example.com"));
    await database().outboxMail.update({ where: { id }, data: { status: "SENDING", claimedAt: now() } });
    const sender = senderTo(server.url);
    await deliverMail(id, sender);
    expect(await mailOf(id)).toMatchObject({ status: "SENDING" });
    setNow(addSeconds(new Date(), 121));
    await work({ ...workerTasks(sender).taskList });
    expect(await mailOf(id)).toMatchObject({ status: "UNCERTAIN" });
    expect(server.arrived).toEqual([]);
  });

  it("is found by the clock too, where its job is locked by the dead worker", async () => {
    const [id = ""] = await write(resetFor("ada@example.com"));
    await database().outboxMail.update({ where: { id }, data: { status: "SENDING", claimedAt: now() } });
    await noteLostMails();
    expect(await mailOf(id)).toMatchObject({ status: "SENDING" });
    setNow(addSeconds(new Date(), 121));
    await noteLostMails();
    expect(await mailOf(id)).toMatchObject({ status: "UNCERTAIN" });
  });
});

describe("two workers and fifty mails", () => {
  const addresses = Array.from({ length: 50 }, (_, i) => `person${i}@example.com`);
  const count = () => {
    const times = new Map<string, number>();
    for (const { to } of server.arrived) times.set(to, (times.get(to) ?? 0) + 1);
    return times;
  };

  it("deliver each exactly once, although each is asked for twice", async () => {
    await write(...addresses.map((to) => resetFor(to)));
    await inTransaction(
      (tx) => tx.$executeRaw`
        SELECT enqueue_job('deliver_mail', jsonb_build_object('ids', array["id"]), NULL, 25, NULL) FROM "OutboxMail"`,
    );
    const tasks = [workerTasks(senderTo(server.url)), workerTasks(senderTo(server.url))];
    await Promise.all(tasks.map(({ taskList }) => work(taskList)));
    expect([...count().values()]).toEqual(addresses.map(() => 1));
    expect((await outbox()).every(({ status, attempts }) => status === "SENT" && attempts === 1)).toBe(true);
    expect(await jobs()).toEqual([]);
  });

  it("send twice where a worker looks first and writes later (which is why one UPDATE claims)", async () => {
    const ids = await write(...addresses.map((to) => resetFor(to)));
    let looked = 0;
    let everybodyHasLooked = () => {};
    const all = new Promise<void>((done) => {
      everybodyHasLooked = done;
    });
    const naively = async (id: string, sender: Sender) => {
      const mail = await mailOf(id);
      if (++looked === ids.length * 2) everybodyHasLooked();
      await all;
      if (mail.status !== "PENDING") return;
      await sender.send({ ...mail, to: mail.toAddress, text: mail.text ?? "", html: mail.html ?? "" });
      await database().outboxMail.update({ where: { id }, data: { status: "SENT" } });
    };
    const workers = [senderTo(server.url), senderTo(server.url)];
    await Promise.all(workers.flatMap((sender) => ids.map((id) => naively(id, sender))));
    expect([...count().values()].filter((times) => times > 1)).toHaveLength(50);
  });
});

it("ten thousand mails are written in one transaction, and each gets its own job", async () => {
  await write(...Array.from({ length: 10_000 }, (_, i) => resetFor(`person${i}@example.com`)));
  const tasks = workerTasks({ send: async () => ({ outcome: "sent" }), close() {} });
  const divided = new Set<string>();
  await work({
    async deliver_mail(payload, helpers) {
      const { ids } = payload as { ids: string[] };
      if (ids.length > 1) return tasks.taskList.deliver_mail?.(payload, helpers);
      for (const id of ids) divided.add(id);
    },
  });
  expect(divided.size).toBe(10_000);
});

it("where mails are delivered the staff sees what became of them, and never their text", async () => {
  const [id = ""] = await write(resetFor("ada@example.com"));
  const user = await database().user.create({
    data: {
      email: "s@kontor.example",
      firstName: "Sam",
      lastName: "Staff",
      passwordHash: "-",
      staffSince: now(),
    },
  });
  const sessionToken = await startSession(user.id, 1, { userAgent: "", addressPrefix: "" });
  const caller = {
    sessionToken,
    organization: null,
    locale: "en",
    requestId: "",
    userAgent: "",
    addressPrefix: "",
    browserToken: null,
  };
  const view = await readMail.execute(caller, { id });
  expect(view).toMatchObject({ mail: { state: "waiting" }, body: null });
  expect(JSON.stringify(view)).not.toContain("secret-of");
});
