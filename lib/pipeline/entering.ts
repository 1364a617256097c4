import { now } from "@/lib/platform/clock";
import { beginReading, type Reader, type Reading } from "@/lib/platform/database";
import { type Entered, entering } from "@/lib/platform/scope";
import type { Caller } from "./caller";

/** Who wants in, and whether the list of the organization switcher is to come along. */
export type Wish = { caller: Caller; withSwitcher?: boolean };

/** Reads as somebody: `work` gets what the database answered about them, and when that was. */
export type Enter = <T>(
  wish: Wish,
  work: (entered: Entered, reader: Reader, at: Date) => Promise<T>,
) => Promise<T>;

type Shared = {
  reading: Promise<Reading<{ entered: Entered }>>;
  at: Date;
  withSwitcher: boolean;
  /** How many read in it now; the last one ends it. */
  users: number;
};

/**
 * What is read at the same time by one session in one organization is read in one transaction, entered once: the frame
 * of a page and the page itself. Everyone checks their permission for themselves.
 * Whoever changes the scope of its transaction must not be let in here with others.
 */
export function enterTogether(): Enter {
  const open = new Map<string, Shared>();
  return async (wish, work) => {
    const { sessionToken, organization } = wish.caller;
    const place = `${sessionToken} ${organization}`;
    const there = open.get(place);
    const shared = there && (there.withSwitcher || !wish.withSwitcher) ? there : begin(wish);
    open.set(place, shared);
    shared.users++;
    try {
      const { first, reader } = await shared.reading;
      return await work(first.entered, reader, shared.at);
    } finally {
      shared.users--;
      if (shared.users === 0) {
        if (open.get(place) === shared) open.delete(place);
        await shared.reading.then(
          ({ end }) => end(),
          () => undefined,
        );
      }
    }
  };
}

/** Enters in a transaction of one's own. */
export const enterAlone: Enter = (wish, work) => enterTogether()(wish, work);

function begin({ caller, withSwitcher = false }: Wish): Shared {
  const at = now();
  // Without a session the actor is null and the scope empty.
  const opening = caller.sessionToken
    ? entering(caller.sessionToken, caller.organization, at, withSwitcher)
    : "SELECT NULL::jsonb AS entered";
  return { reading: beginReading(opening), at, withSwitcher, users: 0 };
}
