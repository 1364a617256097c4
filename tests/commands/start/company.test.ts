import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Company, type Running } from "@/scripts/launch/company";
import { PlainError } from "@/scripts/say";

let told: string[] = [];
let company: Company;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "setTimeout"] });
  told = [];
  company = new Company();
  vi.spyOn(process.stdout, "write").mockImplementation(() => true);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Something that runs until it is stopped, or dies when the test wants it to. */
function something(name: string): Running & { die: () => void } {
  let die = () => {};
  const ended = new Promise<void>((resolve) => {
    die = resolve;
  });
  told.push(`${name} starts`);
  let isStopped = false;
  const stop = async () => {
    if (!isStopped) told.push(`${name} stops`);
    isStopped = true;
    die();
  };
  return { ended, stop, die };
}

test("what stands on a foundation is stopped before it", async () => {
  await company.keep("web", async () => something("web"));
  await company.keep("database", async () => something("database"), true);
  await company.keep("worker", async () => something("worker"));
  await company.leave();
  expect(told.slice(-3)).toEqual(["web stops", "worker stops", "database stops"]);
});

test("what dies is started again", async () => {
  const first = await company.keep("worker", async () => something("worker"));
  first.die();
  await vi.waitFor(() => expect(told).toEqual(["worker starts", "worker starts"]));
  await company.leave();
  expect(told.at(-1)).toBe("worker stops");
});

test("what dies over and over ends everything", async () => {
  await company.keep("worker", async () => {
    const doomed = something("worker");
    doomed.die();
    return doomed;
  });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await company.givenUp).toBe("The worker ended 6 times within a minute.");
});

test("what cannot be started again ends everything", async () => {
  let isGone = false;
  const first = await company.keep("database", async () => {
    if (isGone) throw new PlainError("The folder is gone.");
    return something("database");
  });
  isGone = true;
  first.die();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await company.givenUp).toBe("The database could not be started again: The folder is gone.");
});

test("what is only just starting is waited for and stopped; nothing starts afterwards", async () => {
  let arrive: (running: Running) => void = () => {};
  const slow = company.keep("database", () => new Promise<Running>((resolve) => (arrive = resolve)), true);
  const leaving = company.leave();
  arrive(something("database"));
  await Promise.all([slow, leaving]);
  expect(told).toEqual(["database starts", "database stops"]);
  await expect(company.keep("web", async () => something("web"))).rejects.toThrow(/being stopped/);
});
