import { database } from "./database";
import { log } from "./log";

/** Events that are taken at once, of one organization. */
const MOST = 100;
/** How long a worker that says nothing is believed to be at it. */
const LEASE_SECONDS = 300;

/** What a back end is told. What happened stands in `payload`, as the row was. */
export type ProvisioningEvent = {
  /** Grows; the same each time the event is told. */
  readonly id: bigint;
  readonly organizationId: string;
  readonly at: Date;
  /** `access.granted`, `team.left`, `member.changed` … as the triggers of the database write them. */
  readonly kind: string;
  readonly payload: unknown;
};

/**
 * Whatever really makes mailboxes, folders and rights: a mail server, a storage, a chat. It is told everything, in order
 * within an organization. It throws to be told again later; a worker that dies in between may tell it the same twice,
 * by the same id.
 */
export type Provisioner = { deliver(event: ProvisioningEvent): Promise<void> };

/** The rows of the database are all there is: nothing else needs to be told. */
export const inDatabase: Provisioner = { deliver: async () => undefined };

type Claimed = ProvisioningEvent & { claim: string };

/** Tells the back end everything that is due; gives how many events it took, and at how many organizations it stopped. */
export async function deliverProvisioning(
  provisioner: Provisioner,
): Promise<{ delivered: number; stopped: number }> {
  const sum = { delivered: 0, stopped: 0 };
  for (let events = await claim(); events.length > 0; events = await claim()) {
    for (const event of events) {
      const outcome = await tell(provisioner, event);
      if (outcome === "delivered") sum.delivered += 1;
      else {
        sum.stopped += 1;
        break;
      }
    }
  }
  if (sum.delivered + sum.stopped > 0) log.info(sum, "back end told");
  return sum;
}

const claim = (): Promise<Claimed[]> =>
  database().$queryRaw<Claimed[]>`
    SELECT "id", "organizationId", "at", "kind", "payload", "claim"
    FROM claim_provisioning(${MOST}::int, make_interval(secs => ${LEASE_SECONDS}::int)) ORDER BY "id"`;

/** What comes after an event that was not taken waits for it: nothing is left out. */
async function tell(provisioner: Provisioner, { claim, ...event }: Claimed): Promise<"delivered" | "waits"> {
  try {
    await provisioner.deliver(event);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.warn({ event: event.id.toString(), kind: event.kind, reason }, "the back end did not take an event");
    await database().$queryRaw`SELECT retry_provisioning(${event.id}::bigint, ${claim}::uuid, ${reason})`;
    return "waits";
  }
  const [row] = await database().$queryRaw<{ marked: boolean }[]>`
    SELECT mark_provisioned(${event.id}::bigint, ${claim}::uuid, make_interval(secs => ${LEASE_SECONDS}::int)) AS "marked"`;
  // Somebody else has it: this worker was taken for dead, and goes on with something else.
  return row?.marked ? "delivered" : "waits";
}
