import { randomUUID } from "node:crypto";
import type { Caller } from "@/lib/pipeline/caller";
import { startSession } from "@/lib/platform/session";
import { stageCast, type World } from "@/prisma/stage";
import { asOwner } from "./database";

/** Puts the cast of prisma/cast.ts into this file's database, with empty hands: what a test is about it gives itself. */
export const onStage = (): Promise<World> => stageCast(asOwner);

/** A caller without any session. */
export const anonymous = (organization: string | null = null): Caller => ({
  sessionToken: null,
  organization,
  locale: "en",
  requestId: randomUUID(),
  userAgent: "test",
  addressPrefix: "192.0.2.0/24",
  browserToken: null,
});

/** A person's freshly signed-in caller, in the organization with that slug. */
export async function signedIn(userId: string, organization: string | null = null): Promise<Caller> {
  const sessionToken = await startSession(userId, 1, { userAgent: "test", addressPrefix: "192.0.2.0/24" });
  return { ...anonymous(organization), sessionToken };
}
