import { expect, it } from "vitest";
import { workerTasks } from "@/lib/platform/jobs/tasks";
import { jobs, outbox, resetFor, work, write } from "./outboxOf";

/** An installation without a mail server, such as the demo. */

delete process.env.SMTP_URL;

it("keeps its mails readable, and asks no worker to deliver them", async () => {
  await write(resetFor("ada@example.com"), resetFor("bob@example.com"));
  expect(await jobs()).toEqual([]);
  await work(workerTasks().taskList);
  const kept = await outbox();
  expect(kept.map(({ status, toAddress }) => [status, toAddress])).toEqual([
    ["PENDING", "ada@example.com"],
    ["PENDING", "bob@example.com"],
  ]);
  expect(kept[0]?.text).toContain("secret-of-ada@example.com");
});
