import type { z } from "zod";
import type { Insider, Person } from "@/lib/access/actor";
import { authorize, authorizePersonally } from "@/lib/access/authorize";
import { type Permission, type PersonalPermission, personalPermissions } from "@/lib/access/permissions";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Transaction } from "@/lib/platform/database";
import { type Entered, entering, type OrganizationRow } from "@/lib/platform/scope";
import { ensureSameActor, insiderOf, personOf } from "./actor";
import type { Caller } from "./caller";
import { parseInput } from "./input";
import { ensureReach } from "./reach";
import { type AuditNote, type MailNote, record } from "./record";
import { earlierAnswer, once } from "./submission";

/** What every command gives back: the record of the change is part of it, or the change does not compile. */
export type Outcome<Result> = { result: Result; audit: AuditNote | AuditNote[]; mail?: MailNote[] };

/** What a command of an organization works with. */
export type Context = {
  tx: Transaction;
  actor: Insider & { organizationRow: OrganizationRow };
  now: Date;
  caller: Caller;
  /** A further permission that this very case asks for; throws like the command's own. */
  demand(permission: Permission): void;
};

/** What a command outside organizations works with; `person` is null where the table admits anyone. */
export type PersonalContext<Prepared = unknown> = {
  tx: Transaction;
  person: Person | null;
  now: Date;
  caller: Caller;
  prepared: Prepared;
};

/** A change of state that pages, forms and tests can ask for. */
export type Command<Result> = {
  kind: "command";
  name: string;
  permission: Permission | PersonalPermission;
  place: "organization" | "person";
  execute(caller: Caller, input: unknown): Promise<Result>;
};

/**
 * A change inside the organization of the URL. In one transaction: actor loaded afresh, row-level security scoped,
 * permission checked, input parsed, `run`, audit entry and mails written. Throws the failures of lib/kernel.
 */
export function command<Schema extends z.ZodType, Result>(
  name: string,
  spec: {
    permission: Permission;
    input: Schema;
    /** The product that the act is on, where the table asks for access to it. */
    product?(input: z.output<Schema>): string;
    run(context: Context, input: z.output<Schema>): Promise<Outcome<Result>>;
  },
): Command<Result> {
  return {
    kind: "command",
    name,
    permission: spec.permission,
    place: "organization",
    execute: (caller, input) =>
      inTransaction(async (tx) => {
        const at = now();
        const entered = await enter(tx, caller, at);
        // Sent twice, and the first ended the sender's own place: the second is answered like the first.
        const earlier =
          entered && !entered.standing
            ? await earlierAnswer<Result>(tx, caller, name, entered.session.userId)
            : null;
        if (earlier) return earlier.result;
        const actor = insiderOf(entered);
        ensureSameActor(caller, actor);
        authorize(actor, actor.standing, spec.permission, at);
        const parsed = parseInput(spec.input, input);
        await ensureReach(tx, actor, spec.permission, spec.product?.(parsed));
        return once(tx, caller, name, actor.userId, async () => {
          const demand = (permission: Permission) => authorize(actor, actor.standing, permission, at);
          const outcome = await spec.run({ tx, actor, now: at, caller, demand }, parsed);
          await record(tx, { name, caller, actor, insider: actor, at }, outcome);
          return outcome.result;
        });
      }),
  };
}

/** A change outside organizations: signing up, signing in, one's own account. The same road as {@link command}. */
export function personalCommand<Schema extends z.ZodType, Result, Prepared = undefined>(
  name: string,
  spec: {
    permission: PersonalPermission;
    input: Schema;
    /**
     * What must not hold a transaction open, or must stay when it is rolled back: comparing a password, counting an
     * attempt. Only for what the table admits anyone to, because it comes before the actor is known.
     */
    before?(caller: Caller, input: z.output<Schema>): Promise<Prepared>;
    run(context: PersonalContext<Prepared>, input: z.output<Schema>): Promise<Outcome<Result>>;
  },
): Command<Result> {
  return {
    kind: "command",
    name,
    permission: spec.permission,
    place: "person",
    execute: async (caller, input) => {
      const prepared = (await prepare(spec, caller, input)) as Prepared;
      return inTransaction(async (tx) => {
        const at = now();
        const person = personOf(await enter(tx, { ...caller, organization: null }, at));
        ensureSameActor(caller, person);
        authorizePersonally(person, spec.permission, at);
        const parsed = parseInput(spec.input, input);
        const act = async () => {
          const outcome = await spec.run({ tx, person, now: at, caller, prepared }, parsed);
          await record(tx, { name, caller, actor: person, insider: null, at }, outcome);
          return outcome.result;
        };
        // Answers to anyone may hold the ticket of a session: they are not kept. Their own single use protects them.
        const isPersons = personalPermissions[spec.permission].who !== "anyone";
        return person && isPersons ? once(tx, caller, name, person.userId, act) : act();
      });
    },
  };
}

async function prepare<Schema extends z.ZodType>(
  spec: {
    permission: PersonalPermission;
    input: Schema;
    before?(caller: Caller, input: z.output<Schema>): Promise<unknown>;
  },
  caller: Caller,
  input: unknown,
): Promise<unknown> {
  if (!spec.before) return undefined;
  authorizePersonally(null, spec.permission, now());
  return spec.before(caller, parseInput(spec.input, input));
}

async function enter(tx: Transaction, caller: Caller, at: Date): Promise<Entered> {
  if (!caller.sessionToken) return null;
  const [row] = await tx.rows<{ entered: Entered }>(entering(caller.sessionToken, caller.organization, at));
  return row?.entered ?? null;
}
