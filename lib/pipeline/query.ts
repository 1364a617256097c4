import type { z } from "zod";
import type { Insider, Person } from "@/lib/access/actor";
import { authorizePersonally, ensurePermitted } from "@/lib/access/authorize";
import type { Permission, PersonalPermission } from "@/lib/access/permissions";
import type { Reader } from "@/lib/platform/database";
import type { Entered, OrganizationRow } from "@/lib/platform/scope";
import { insiderOf, personOf } from "./actor";
import type { Caller } from "./caller";
import { type Enter, enterAlone } from "./entering";
import { parseInput } from "./input";
import { ensureReach } from "./reach";

/** What a query of an organization reads with. */
export type QueryContext = {
  reader: Reader;
  actor: Insider & { organizationRow: OrganizationRow };
  entered: NonNullable<Entered>;
  now: Date;
  /** A further permission that this very case asks for; throws like the query's own. */
  demand(permission: Permission): void;
};

/** What a query outside organizations reads with. */
export type PersonalQueryContext = { reader: Reader; person: Person | null; entered: Entered; now: Date };

/** One view model, for one page. */
export type Query<Result> = {
  kind: "query";
  name: string;
  permission: Permission | PersonalPermission;
  place: "organization" | "person";
  /** `enter`: for what may share a transaction with other queries. */
  execute(caller: Caller, input: unknown, enter?: Enter): Promise<Result>;
};

/** Reads inside the organization of the URL, scoped by row-level security. Throws the failures of lib/kernel. */
export function query<Schema extends z.ZodType, Result>(
  name: string,
  spec: {
    permission: Permission;
    input: Schema;
    /** Whether the answer needs the list of the organization switcher. */
    withSwitcher?: boolean;
    /** The product that is looked at, where the table asks for access to it. */
    product?(input: z.output<Schema>): string;
    run(context: QueryContext, input: z.output<Schema>): Promise<Result>;
  },
): Query<Result> {
  return {
    kind: "query",
    name,
    permission: spec.permission,
    place: "organization",
    execute: (caller, input, enter = enterAlone) =>
      enter({ caller, withSwitcher: spec.withSwitcher }, async (entered, reader, at) => {
        // A page is answered in the language that it is read in, whatever the account's own is.
        const actor = { ...insiderOf(entered), locale: caller.locale };
        ensurePermitted(actor.standing, spec.permission);
        const parsed = parseInput(spec.input, input);
        await ensureReach(reader, actor, spec.permission, spec.product?.(parsed));
        const demand = (permission: Permission) => ensurePermitted(actor.standing, permission);
        return spec.run({ reader, actor, entered: actor.entered, now: at, demand }, parsed);
      }),
  };
}

/** Reads outside organizations, seeing only what belongs to the person (or to the link they hold). */
export function personalQuery<Schema extends z.ZodType, Result>(
  name: string,
  spec: {
    permission: PersonalPermission;
    input: Schema;
    /** Whether the answer needs the list of the organization switcher. */
    withSwitcher?: boolean;
    run(context: PersonalQueryContext, input: z.output<Schema>): Promise<Result>;
  },
): Query<Result> {
  return {
    kind: "query",
    name,
    permission: spec.permission,
    place: "person",
    // Always alone: what belongs to the holder of a link, or to another organization, is read by changing the scope.
    execute: (caller, input) =>
      enterAlone(
        { caller: { ...caller, organization: null }, withSwitcher: spec.withSwitcher },
        async (entered, reader, at) => {
          const person = personOf(entered);
          authorizePersonally(person, spec.permission, at);
          return spec.run({ reader, person, entered, now: at }, parseInput(spec.input, input));
        },
      ),
  };
}
