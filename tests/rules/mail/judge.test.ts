import { describe, expect, it } from "vitest";
import { judge } from "@/lib/platform/mail/sender";

/** What an SMTP failure means for the mail: nothing that may have arrived is tried again. */
describe("a failure of the mail server", () => {
  it.each([
    ["refused connection", { code: "ESOCKET", message: "connect ECONNREFUSED" }, false, "later"],
    ["greeting that turns everybody away", { code: "EPROTOCOL", responseCode: 554 }, false, "later"],
    ["rejected sign-in", { code: "EAUTH", responseCode: 535 }, false, "later"],
    ["sign-in that is missing", { code: "EENVELOPE", responseCode: 530 }, false, "later"],
    ["mailbox that is busy", { code: "EENVELOPE", responseCode: 450 }, false, "later"],
    ["text that is not taken for now", { code: "EMESSAGE", responseCode: 452 }, true, "later"],
    ["server that closes for now", { code: "ECONNECTION", responseCode: 421 }, true, "later"],
    ["mailbox that does not exist", { code: "EENVELOPE", responseCode: 550 }, false, "refused"],
    ["text that is unwanted", { code: "EMESSAGE", responseCode: 554 }, true, "refused"],
    ["address that cannot be one", { code: "EENVELOPE", message: "Invalid recipient" }, false, "refused"],
    ["text longer than announced", { code: "EMESSAGE", message: "Message size larger" }, false, "refused"],
    ["connection lost before the text", { code: "ECONNECTION" }, false, "later"],
    ["connection lost after the text", { code: "ECONNECTION" }, true, "uncertain"],
    ["silence after the text", { code: "ETIMEDOUT" }, true, "uncertain"],
    ["deadline after the text", { code: "EABORT" }, true, "uncertain"],
    ["deadline while waiting for a connection", { code: "EABORT" }, false, "later"],
  ] as const)("%s", (_, failure, handedOver, outcome) => {
    expect(judge(failure, handedOver).outcome).toBe(outcome);
  });

  it("is told in the server's words, on one line and not endlessly", () => {
    const { words } = judge(
      { responseCode: 550, response: `550 No\r\nsuch\u0000 user ${"x".repeat(900)}` },
      false,
    );
    expect(words).toMatch(/^550 No such user x+$/);
    expect(words).toHaveLength(500);
  });
});
