import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A mail as it came over the wire. */
export type Arrived = { to: string; raw: string; headers: Map<string, string>; text: string; html: string };

type Reply = { code: number; words: string } | null;

/** How the server behaves, beyond taking everything. */
export type Manners = {
  /** Asked at RCPT TO, with the count of recipients asked before. */
  onRecipient?: (address: string, count: number) => Reply;
  /** Asked once a whole text has come: answer it, hang up, or stay silent. */
  onText?: (raw: string, count: number) => Reply | "hang up" | "silence";
  credentials?: { user: string; pass: string };
};

/** A real SMTP server on the loopback, and what it was given. */
export class TestSmtpServer {
  readonly arrived: Arrived[] = [];
  manners: Manners = {};
  #server: SMTPServer;
  #recipients = 0;
  #texts = 0;

  private constructor(needsSignIn: boolean) {
    this.#server = new SMTPServer({
      authOptional: !needsSignIn,
      disabledCommands: needsSignIn ? ["STARTTLS"] : ["STARTTLS", "AUTH"],
      allowInsecureAuth: true,
      closeTimeout: 50,
      onAuth: ({ username, password }, _session, done) => {
        const { credentials } = this.manners;
        if (username === credentials?.user && password === credentials?.pass) done(null, { user: username });
        else done(reply({ code: 535, words: "Authentication failed" }));
      },
      onRcptTo: ({ address }, _session, done) =>
        done(reply(this.manners.onRecipient?.(address, this.#recipients++) ?? null)),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", () => {
          const raw = Buffer.concat(chunks).toString("utf8");
          const manner = this.manners.onText?.(raw, this.#texts++) ?? null;
          if (manner === "silence") return;
          if (manner === "hang up") return this.hangUp();
          if (manner === null) this.arrived.push(parse(raw, session.envelope.rcptTo[0]?.address ?? ""));
          done(reply(manner));
        });
      },
    });
    // A client that hangs up is what some tests are about.
    this.#server.on("error", () => {});
  }

  /** Starts a server on a free port, or on one that was in use before. */
  static async start(options: { port?: number; needsSignIn?: boolean } = {}): Promise<TestSmtpServer> {
    const server = new TestSmtpServer(options.needsSignIn ?? false);
    await new Promise<void>((done) => server.#server.listen(options.port ?? 0, "127.0.0.1", () => done()));
    return server;
  }

  get port(): number {
    return (this.#server.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  forget(): void {
    this.arrived.length = 0;
    this.manners = {};
    this.#recipients = 0;
    this.#texts = 0;
  }

  /** Ends every connection without a word. */
  hangUp(): void {
    for (const connection of this.#server.connections) connection._socket.destroy();
  }

  stop(): Promise<void> {
    this.hangUp();
    return new Promise((done) => this.#server.close(() => done()));
  }
}

function reply(answer: Reply): Error | null {
  return answer && Object.assign(new Error(answer.words), { responseCode: answer.code });
}

function parse(raw: string, to: string): Arrived {
  const { headers, body } = partOf(raw);
  const boundary = /boundary="([^"]+)"/.exec(headers.get("content-type") ?? "")?.[1] ?? "none";
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => partOf(part.replace(/^\r\n/, "")));
  const content = (type: string) => {
    const part = parts.find(({ headers: own }) => own.get("content-type")?.startsWith(type));
    return part ? decoded(part.body, part.headers.get("content-transfer-encoding")) : "";
  };
  return { to, raw, headers, text: content("text/plain"), html: content("text/html") };
}

function partOf(raw: string): { headers: Map<string, string>; body: string } {
  const end = raw.indexOf("\r\n\r\n");
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, " ")
    .split("\r\n");
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 2)]),
  );
  return { headers, body: raw.slice(end + 4) };
}

function decoded(body: string, encoding = ""): string {
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  if (encoding !== "quoted-printable") return body;
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** A header's encoded words (RFC 2047) in plain letters. */
export const headerText = (header = ""): string =>
  header
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === "b"
        ? Buffer.from(word, "base64").toString("latin1")
        : word
            .replace(/_/g, " ")
            .replace(/=([0-9A-F]{2})/gi, (_sign, hex: string) =>
              String.fromCharCode(Number.parseInt(hex, 16)),
            ),
    )
    .replace(/^[\s\S]*$/, (latin) => Buffer.from(latin, "latin1").toString("utf8"));
