import { describe, expect, it } from "vitest";
import { database, inTransaction, type Transaction } from "@/lib/platform/database";

describe("transactions under way at the same time", () => {
  const connection = async (tx: Transaction) =>
    (await tx.rows<{ id: number }>("SELECT pg_backend_pid() AS id"))[0]?.id;

  it("each read through their own connection, also after another has begun", async () => {
    let othersHaveBegun = () => {};
    const begun = new Promise<void>((resolve) => {
      othersHaveBegun = resolve;
    });
    const first = inTransaction(async (tx) => {
      const before = await connection(tx);
      await begun;
      return [before, await connection(tx)];
    });
    const second = inTransaction(async (tx) => {
      const own = await connection(tx);
      othersHaveBegun();
      return [own, await connection(tx)];
    });
    const [one, other] = await Promise.all([first, second]);
    expect(one[0]).toBe(one[1]);
    expect(other[0]).toBe(other[1]);
    expect(one[0]).not.toBe(other[0]);
  });

  it("leave nothing behind on the client that all share", async () => {
    await inTransaction(connection);
    expect("rows" in database()).toBe(false);
  });

  it("read what they wrote, through Prisma and through SQL alike", async () => {
    const seen = inTransaction(async (tx) => {
      await tx.workerHeartbeat.create({ data: { id: "mine", at: new Date() } });
      return tx.rows(`SELECT "id" FROM "WorkerHeartbeat"`);
    });
    expect(await seen).toEqual([{ id: "mine" }]);
  });

  it("keep nothing of what failed", async () => {
    const failing = inTransaction(async (tx) => {
      await tx.workerHeartbeat.create({ data: { id: "mine", at: new Date() } });
      throw new Error("too bad");
    });
    await expect(failing).rejects.toThrow("too bad");
    expect(await database().workerHeartbeat.count()).toBe(0);
  });
});
