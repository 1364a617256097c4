import { execFile } from "node:child_process";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { holderOf, holdFolder } from "@/scripts/folderLock";
import { identityOf } from "@/scripts/processes";
import { temporaryFolder } from "./temporary";

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.forget());

const leaveNote = (pid: number, identity: string) =>
  writeFileSync(join(folder.path, "lock"), JSON.stringify({ pid, identity, doing: "npm start" }));

test("one at a time holds a folder, and the second is told who does", async () => {
  const release = await holdFolder(folder.path, "npm start");
  expect(await holderOf(folder.path)).toMatchObject({ pid: process.pid, doing: "npm start" });
  await expect(holdFolder(folder.path, "npm run dev")).rejects.toThrow(
    new RegExp(`already runs from .*npm start, process ${process.pid}`),
  );
  release();
  expect(await holderOf(folder.path)).toBeUndefined();
  (await holdFolder(folder.path, "npm run dev"))();
});

test("the note of a killed process is no obstacle, also when its id lives on in another", async () => {
  leaveNote(process.pid, `${process.pid}@the-day-before-yesterday`);
  expect(await holderOf(folder.path)).toBeUndefined();
  (await holdFolder(folder.path, "npm start"))();
  expect(readdirSync(folder.path)).toEqual([]);
});

test("a note that was cut off in the middle is no obstacle", async () => {
  writeFileSync(join(folder.path, "lock"), '{"pid":');
  (await holdFolder(folder.path, "npm start"))();
});

test.each(Array.from({ length: 30 }, (_, round) => round + 1))(
  "of many that take over from a killed one at once, one gets the folder (round %i)",
  async () => {
    leaveNote(process.pid, "killed");
    const attempts = await Promise.allSettled(
      Array.from({ length: 20 }, () => holdFolder(folder.path, "npm start")),
    );
    const takers = attempts.filter((attempt) => attempt.status === "fulfilled");
    expect(takers).toHaveLength(1);
    expect(await holderOf(folder.path)).toMatchObject({ identity: await identityOf(process.pid) });
    takers[0]?.value();
    expect(readdirSync(folder.path)).toEqual([]);
  },
);

test("a second npm start of the same folder says so and ends with a failure, touching nothing", async () => {
  const release = await holdFolder(folder.path, "npm start");
  const { code, stderr } = await npmStart({ KONTOR_DATA: folder.path, PORT: "0", DATABASE_URL: "" });
  release();
  expect(stderr).toContain(`Kontor already runs from ${folder.path} (npm start, process ${process.pid}).`);
  expect(code).toBe(1);
  expect(existsSync(join(folder.path, "database"))).toBe(false);
});

test("settings that cannot be used are named, all at once", async () => {
  const { code, stderr } = await npmStart({
    PORT: "none",
    SMTP_URL: "mail.example",
    KONTOR_DATA: folder.path,
  });
  expect(code).toBe(1);
  expect(stderr).toMatch(/PORT: .*\n.*SMTP_URL: must look like smtp:/);
  expect(stderr).not.toContain("    at ");
});

function npmStart(environment: Record<string, string>): Promise<{ code: number | null; stderr: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, ...environment };
    const child = execFile(
      process.execPath,
      ["scripts/run.mjs", "start"],
      { env },
      (_error, _stdout, stderr) => resolve({ code: child.exitCode, stderr }),
    );
  });
}
