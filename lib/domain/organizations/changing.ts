import type { Insider } from "@/lib/access/actor";
import { ensure } from "@/lib/kernel/decision";
import { Refused } from "@/lib/kernel/failures";
import { routes } from "@/lib/kernel/routes";
import type { Context, Outcome } from "@/lib/pipeline/command";
import type { MailNote } from "@/lib/pipeline/record";
import type { Transaction } from "@/lib/platform/database";
import { env } from "@/lib/platform/env";
import { choicesOf, type Member, otherLegalRepresentatives } from "./facts";
import { asTold, changesBetween, type MemberChoices, mayChangeMember } from "./rules/members";

/** Changes what is chosen about a member, if the rules and the permission table let the actor. */
export async function changeChoices(
  { tx, actor, demand }: Context,
  member: Member,
  after: MemberChoices,
): Promise<Outcome<{ id: string; isSelf: boolean }>> {
  const { id, name } = member;
  const before = choicesOf(member);
  const isSelf = member.userId === actor.userId;
  const others = await otherLegalRepresentatives(tx, actor.organization.id, id);
  ensure(mayChangeMember({ standing: actor.standing, isSelf, before, after, others }));
  if (before.role !== after.role) {
    const roles = [before.role, after.role];
    if (roles.includes("LEGAL_REPRESENTATIVE")) demand("legal-representative.give");
    if (after.role === "ADMINISTRATOR") demand("administrator.give");
  }
  if (before.billingRight !== after.billingRight) demand("billing-right.give");
  const mail = await writeChoices(tx, actor, member, after);
  if (mail.length === 0) throw new Refused(["nothing_to_change"]);
  return {
    result: { id, isSelf },
    audit: { subject: { type: "member", id, name }, before: asTold(before), after: asTold(after) },
    mail,
  };
}

/** Writes what is chosen about a member, and tells them what is different (USR-10); where nothing is, it does nothing. */
export async function writeChoices(
  tx: Transaction,
  actor: Insider,
  member: Member,
  after: MemberChoices,
): Promise<MailNote[]> {
  const { id, name, email: to, locale } = member;
  const { id: organizationId, name: organization, slug } = actor.organization;
  const changes = changesBetween(choicesOf(member), after);
  if (changes.length === 0) return [];
  await tx.membership.update({
    where: { organizationId_id: { organizationId, id } },
    data: { ...after, version: { increment: 1 } },
  });
  const values = { name, organization, by: actor.name, changes, url: env().baseUrl + routes.overview(slug) };
  return [{ template: "rightsChanged", to, locale, values }];
}
