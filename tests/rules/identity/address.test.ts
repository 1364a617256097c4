import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalAddress, localPartProblem } from "@/lib/domain/identity/rules/address";

describe("an address has one canonical form", () => {
  it.each([
    ["ada@example.com", "ada@example.com"],
    ["  Ada@Example.COM ", "ada@example.com"],
    ["x'y+z@sub.domain.co.uk", "x'y+z@sub.domain.co.uk"],
    ["a@bücher.example", "a@xn--bcher-kva.example"],
    ["a@XN--BCHER-KVA.example", "a@xn--bcher-kva.example"],
    ["a@faß.de", "a@xn--fa-hia.de"],
    [`${"l".repeat(64)}@example.com`, `${"l".repeat(64)}@example.com`],
  ])("%j is %j", (text, address) => expect(canonicalAddress(text)).toEqual({ address }));

  it("is a fixed point: the canonical form of a canonical form is itself", () => {
    fc.assert(
      fc.property(fc.emailAddress(), (text) => {
        const once = canonicalAddress(text);
        if ("address" in once) expect(canonicalAddress(once.address)).toEqual(once);
      }),
    );
  });

  it("never yields anything but printable ASCII with one @, whatever is typed", () => {
    const odd = fc.string({
      unit: fc.constantFrom(..."aA1.-_+@ \"'()<>,;\r\n\0＠ｅ℀İıK\u00ad\u200b\u202eé"),
    });
    fc.assert(
      fc.property(odd, odd, (local, domain) => {
        const outcome = canonicalAddress(`${local}@${domain}`);
        if ("address" in outcome) expect(outcome.address).toMatch(/^[!-?A-~]+@[!-?A-~]+$/);
      }),
    );
  });
});

describe("what only looks like an address is refused", () => {
  it.each([
    ["a full-width @", "ada＠example.com"],
    ["a Kelvin sign that lower-cases to k", "\u212Aada@example.com"],
    ["a letter with an accent before the @", "é@example.com"],
    ["a Roman numeral in the domain", "a@\u2167.com"],
    ["quotes", '"a b"@example.com'],
  ])("%s: look-alike or special signs", (_, text) =>
    expect(canonicalAddress(text)).toEqual({ problem: "email_not_plain" }),
  );

  it.each([
    ["nothing before the @", "@example.com"],
    ["nothing after it", "a@"],
    ["two of them", "a@b@example.com"],
    ["none", "example.com"],
    ["a comment", "a(comment)@example.com"],
    ["a domain without a dot", "a@localhost"],
    ["an IP address", "a@127.0.0.1"],
    ["a bracketed IP address", "a@[127.0.0.1]"],
    ["two dots in a row", "a..b@example.com"],
    ["a percent sign in the domain", "a@ex%61mple.com"],
    ["a soft hyphen in the domain", "a@ex\u00adample.com"],
    ["a port", "a@example.com:25"],
    ["a mail header", "a@example.com\r\nBcc: b@example.com"],
    ["65 characters before the @", `${"l".repeat(65)}@example.com`],
    [
      "255 characters",
      `a@${"d".repeat(60)}.${"d".repeat(60)}.${"d".repeat(60)}.${"d".repeat(60)}.${"d".repeat(9)}`,
    ],
    ["a label of 64 characters", `a@${"d".repeat(64)}.com`],
    ["broken punycode", "a@xn--a.ch"],
  ])("%s", (_, text) => expect(canonicalAddress(text)).toEqual({ problem: "email" }));
});

describe("the part before the @, asked for alone", () => {
  it.each([
    ["office", null],
    ["Jo.An-n_e+2027", null],
    ["l".repeat(64), null],
    ["l".repeat(65), "local_part_too_long"],
    [".office", "local_part_dots"],
    ["office.", "local_part_dots"],
    ["of..fice", "local_part_dots"],
    ["the office", "local_part_signs"],
    ["bür(o)", "local_part_signs"],
    ["", "local_part_signs"],
  ])("%j: %s", (local, problem) => expect(localPartProblem(local)).toBe(problem));
});
