import type { Readable } from "node:stream";
import { createTransport } from "nodemailer";

/** A mail as the server is given it; `id` becomes its Message-ID, by which a receiver tells a repeat. */
export type OutgoingMail = {
  id: string;
  to: string;
  locale: string;
  subject: string;
  text: string;
  html: string;
};

/**
 * What became of a mail. `later`: the server has certainly not taken it, and may yet. `refused`: it never will.
 * `uncertain`: the connection broke after the text was handed over, and nobody knows.
 */
export type Sending = { outcome: "sent" } | { outcome: "later" | "refused" | "uncertain"; words: string };

export type Sender = {
  /** Hands one mail to the server; never throws for what a server or a network does. */
  send(mail: OutgoingMail): Promise<Sending>;
  /** Ends idle connections; mails in hand are still finished. */
  close(): void;
};

/** Seconds after which a delivery is given up: well before others take its worker for dead. */
const DEADLINE_SECONDS = 90;
const [CONNECTION_SECONDS, SILENCE_SECONDS, IDLE_SECONDS] = [10, 60, 30];

/** A pool of connections to the mail server at `url` (smtp: or smtps:), sending as `from`. */
export function mailSender(url: string, from: string, deadlineSeconds = DEADLINE_SECONDS): Sender {
  const host = /@([^\s@>]+)>?\s*$/.exec(from)?.[1] ?? "localhost";
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 5,
    // The pool would send again by itself what it believes lost: only the outbox decides about that.
    maxRequeues: 0,
    connectionTimeout: CONNECTION_SECONDS * 1_000,
    greetingTimeout: CONNECTION_SECONDS * 1_000,
    dnsTimeout: CONNECTION_SECONDS * 1_000,
    socketTimeout: SILENCE_SECONDS * 1_000,
    idleTimeout: IDLE_SECONDS * 1_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // A server's complaint about a connection reaches the mail that used it; without a listener it would end the process.
  transport.on("error", () => {});
  // The text is read only once the server has said that it takes it (354): from then on its fate is in doubt.
  const texts = new Map<string, Readable>();
  transport.use("stream", (mail, done) => {
    const { message } = mail;
    const create = message.createReadStream.bind(message);
    message.createReadStream = (options) => {
      const stream = create(options);
      texts.set(String(mail.data.messageId), stream);
      return stream;
    };
    done();
  });

  return {
    async send(mail) {
      const messageId = `<${mail.id}@${host}>`;
      try {
        await transport.sendMail({
          messageId,
          from,
          to: { name: "", address: mail.to },
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          headers: {
            "Content-Language": mail.locale,
            // No answer of a machine to a machine (RFC 3834).
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
          },
          signal: AbortSignal.timeout(deadlineSeconds * 1_000),
        });
        return { outcome: "sent" };
      } catch (failure) {
        return judge(failure, texts.get(messageId)?.readableDidRead ?? false);
      } finally {
        texts.delete(messageId);
      }
    },
    close: () => transport.close(),
  };
}

/** Replies that mean our own credentials: somebody mends them, and the mail then goes out. */
const NOT_SIGNED_IN = [530, 534, 535, 538];

/** What a failure means for the mail; `handedOver` when the server had begun to take its text. */
export function judge(failure: unknown, handedOver: boolean): Exclude<Sending, { outcome: "sent" }> {
  const { code, responseCode, response, message } = failure as {
    code?: string;
    responseCode?: number;
    response?: string;
    message?: string;
  };
  const words = String(response ?? message ?? failure)
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .slice(0, 500);
  const aboutThisMail = code === "EENVELOPE" || code === "EMESSAGE";
  if (responseCode !== undefined) {
    const isFinal = aboutThisMail && responseCode >= 500 && !NOT_SIGNED_IN.includes(responseCode);
    return { outcome: isFinal ? "refused" : "later", words };
  }
  if (aboutThisMail) return { outcome: "refused", words };
  return { outcome: handedOver ? "uncertain" : "later", words };
}
