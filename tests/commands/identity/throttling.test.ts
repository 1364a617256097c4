import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { signIn } from "@/lib/domain/identity/commands/signIn";
import { addSeconds } from "@/lib/kernel/dates";
import { Refused, Throttled } from "@/lib/kernel/failures";
import type { Caller } from "@/lib/pipeline/caller";
import { confirmIdentity } from "@/lib/pipeline/confirmIdentity";
import { setNow } from "@/lib/platform/clock";
import { addressPrefix } from "@/lib/platform/network";
import { cast, PASSWORD } from "@/prisma/cast";
import type { World } from "@/prisma/stage";
import { anonymous, onStage, signedIn } from "../../support/cast";
import { asOwner } from "../../support/database";

const START = new Date("2026-11-22T09:00:00Z");
const right = { email: cast.claire.email, password: PASSWORD };
const wrong = { ...right, password: "not this one either" };

let world: World;
beforeEach(async () => {
  setNow(START);
  world = await onStage();
});
afterEach(() => setNow(null));

/** Somebody at this address of the network; strangers have no browser that is known. */
const at = (address: string, browserToken: string | null = null): Caller => ({
  ...anonymous(),
  addressPrefix: addressPrefix(address),
  browserToken,
});

const outcome = async (caller: Caller, given: object) =>
  signIn.execute(caller, given).then(
    () => "in",
    (failure) =>
      failure instanceof Throttled ? "throttled" : failure instanceof Refused ? "refused" : String(failure),
  );

async function fail(times: number, from: (attempt: number) => Caller, given: object = wrong) {
  const outcomes = [];
  for (let attempt = 0; attempt < times; attempt++) outcomes.push(await outcome(from(attempt), given));
  return outcomes;
}

describe("wrong passwords", () => {
  it("make the account wait after the fifth, for a known and an unknown address alike", async () => {
    const expected = [...Array(5).fill("refused"), "throttled", "throttled"];
    expect(await fail(7, () => at("192.0.2.1"))).toEqual(expected);
    expect(await fail(7, () => at("192.0.2.1"), { ...wrong, email: "nobody@example.com" })).toEqual(expected);
  });

  it("make the right password wait too, and no longer than was said", async () => {
    await fail(5, () => at("192.0.2.1"));
    const told = await signIn.execute(at("198.51.100.1"), right).catch((failure) => failure);
    expect(told).toEqual(new Throttled(15));
    setNow(addSeconds(START, 15));
    expect(await outcome(at("198.51.100.1"), right)).toBe("in");
  });

  it("are forgotten after a success", async () => {
    await fail(4, () => at("192.0.2.1"));
    expect(await outcome(at("192.0.2.1"), right)).toBe("in");
    expect(await fail(4, () => at("192.0.2.1"))).toEqual(Array(4).fill("refused"));
  });

  it("get no more tries at the same instant than one after the other", async () => {
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => outcome(at("192.0.2.1"), wrong)));
    expect(outcomes.filter((one) => one === "refused")).toHaveLength(5);
    expect(outcomes.filter((one) => one === "throttled")).toHaveLength(45);
  });

  it("count on every channel: what sign-in has used up, the confirmation does not give again", async () => {
    const caller = await signedIn(world.people.claire);
    await fail(5, () => at("192.0.2.1"));
    await expect(confirmIdentity(caller, PASSWORD)).rejects.toThrow(Throttled);
  });

  it("are not begun afresh with an invented browser, on any channel", async () => {
    await fail(5, (attempt) => at("192.0.2.1", `invented-${attempt}`));
    expect(await outcome(at("192.0.2.1", "another"), right)).toBe("throttled");
    const caller = { ...(await signedIn(world.people.claire)), browserToken: "yet-another" };
    await expect(confirmIdentity(caller, PASSWORD)).rejects.toThrow(Throttled);
  });
});

describe("a network", () => {
  const others = (attempt: number) => ({ ...wrong, email: `somebody-${attempt}@example.com` });
  /** As if so many people of the network had been wrong already. */
  const wrongSoFar = (failures: number) =>
    asOwner(`UPDATE "FailureCounter" SET "failures" = $1 WHERE "key" LIKE 'network:%'`, [failures]);

  it("waits after 100 wrong passwords, one account each", async () => {
    await outcome(at("192.0.2.1"), others(0));
    await wrongSoFar(98);
    expect(await fail(2, (attempt) => at(`192.0.2.${attempt}`), others(1))).toEqual(["refused", "refused"]);
    expect(await outcome(at("192.0.2.77"), right)).toBe("throttled");
    expect(await outcome(at("198.51.100.1"), right)).toBe("in");
  });

  it("is one, whichever of the addresses inside its /64 is used", async () => {
    await outcome(at("2001:db8:1:2::1"), others(0));
    await wrongSoFar(97);
    for (const end of ["1:2:3:4", "aaaa::1", ":ffff"]) await outcome(at(`2001:db8:1:2:${end}`), others(1));
    expect(await outcome(at("2001:db8:1:2:ffff:ffff:ffff:ffff"), right)).toBe("throttled");
    expect(await outcome(at("2001:db8:1:3::1"), right)).toBe("in");
  });

  it("is not charged for those who know their password", async () => {
    await outcome(at("192.0.2.1"), others(0));
    await wrongSoFar(98);
    for (let attempt = 0; attempt < 5; attempt++) expect(await outcome(at("192.0.2.1"), right)).toBe("in");
    expect(await outcome(at("192.0.2.1"), others(1))).toBe("refused");
  });
});

describe("a known browser", () => {
  it("is not locked out by strangers, not even from the same network", async () => {
    const { browser } = await signIn.execute(at("192.0.2.1"), right);
    await fail(5, () => at("192.0.2.9"));
    expect(await outcome(at("192.0.2.1"), right)).toBe("throttled");
    expect(await outcome(at("192.0.2.1", browser), right)).toBe("in");
  });

  it("has a counter of its own", async () => {
    const { browser } = await signIn.execute(at("192.0.2.1"), right);
    expect(await fail(6, () => at("192.0.2.1", browser))).toEqual([...Array(5).fill("refused"), "throttled"]);
    expect(await outcome(at("192.0.2.1"), right)).toBe("in");
  });

  it("is known for the people who signed in on it, and for nobody else", async () => {
    const { browser } = await signIn.execute(at("192.0.2.1"), right);
    const marco = { email: cast.marco.email, password: PASSWORD };
    await fail(5, () => at("203.0.113.1"), { ...marco, password: "not this one either" });
    expect(await outcome(at("192.0.2.1", browser), marco)).toBe("throttled");
    setNow(addSeconds(START, 15));
    const again = await signIn.execute(at("192.0.2.1", browser), marco);
    expect(again.browser).toBe(browser);
    await fail(5, () => at("203.0.113.1"));
    expect(await outcome(at("192.0.2.1", browser), right)).toBe("in");
  });
});
