import type { Insider } from "@/lib/access/actor";
import { EmailAddress } from "@/lib/domain/identity/inputs";
import type { Reader } from "@/lib/platform/database";
import type { AddressRow } from "./draft";
import { membersByEmail } from "./facts";
import type { WrittenAddress } from "./rules/addressList";
import { mayInviteAddress } from "./rules/invitations";

/** Judges every written address: what it reads as, and what speaks against inviting it (USR-9). */
export async function judgeAddresses(
  reader: Reader,
  actor: Insider,
  written: WrittenAddress[],
  now: Date,
): Promise<AddressRow[]> {
  const read = written.map((row) => ({ ...row, email: EmailAddress.safeParse(row.text).data ?? null }));
  const emails = [...new Set(read.flatMap((row) => row.email ?? []))];
  const members = new Set(
    (await membersByEmail(reader, actor.organization.id, emails)).map((member) => member.email),
  );
  const invited = await openInvitations(reader, actor.organization.id, emails, now);
  const seen = new Set<string>();
  return read.map(({ text, email, ...place }) => {
    if (email === null) return { ...place, text: storable(text), email, problem: "malformed" };
    const isRepeated = seen.has(email);
    seen.add(email);
    const [problem = null] = mayInviteAddress({
      isOwn: email === actor.email && actor.standing.as === "member",
      isMember: members.has(email),
      isInvited: invited.has(email),
    }).refusals;
    return { ...place, text: storable(text), email, problem: isRepeated ? "repeated" : problem };
  });
}

/** What was written, as far as it is shown again: cut, and without what the database cannot hold. */
const storable = (text: string): string => text.replaceAll("\0", "\ufffd").slice(0, 320).toWellFormed();

async function openInvitations(
  reader: Reader,
  organizationId: string,
  emails: string[],
  now: Date,
): Promise<Set<string>> {
  const rows = await reader.rows<{ email: string }>(
    `SELECT "email" FROM "Invitation"
     WHERE "organizationId" = $1::uuid AND "status" = 'PENDING' AND "expiresAt" > $2::timestamptz
       AND "email" = ANY($3::text[])`,
    organizationId,
    now,
    emails,
  );
  return new Set(rows.map((row) => row.email));
}
