import { randomUUID } from "node:crypto";
import { slugOf } from "@/lib/kernel/ids";
import type { Transaction } from "@/lib/platform/database";
import { setScope } from "@/lib/platform/scope";
import { newToken } from "@/lib/platform/tokens";
import { currencyOf } from "./rules/naming";

type Founding = {
  kind: "PERSON" | "COMPANY";
  name: string;
  founder: { userId: string };
  country: string;
  locale: string;
  now: Date;
};

/**
 * Makes an organization with its first legal representative (ORG-1) and moves the transaction's scope into it.
 * Its short name in URLs is made from the name, with a number where that is taken.
 */
export async function foundOrganization(
  tx: Transaction,
  input: Founding,
): Promise<{ id: string; slug: string; name: string }> {
  const { kind, name, country, locale, now } = input;
  const id = randomUUID();
  await setScope(tx, { userId: input.founder.userId, organizationId: id });
  for (const slug of candidates(slugOf(name))) {
    const { count } = await tx.organization.createMany({
      data: {
        id,
        slug,
        name,
        kind,
        country,
        locale,
        currency: currencyOf(country),
        termsAcceptedAt: now,
        createdAt: now,
      },
      skipDuplicates: true,
    });
    if (count === 0) continue;
    await tx.membership.create({
      data: { organizationId: id, userId: input.founder.userId, role: "LEGAL_REPRESENTATIVE", joinedAt: now },
    });
    await tx.organization.update({ where: { id }, data: { status: "ACTIVE" } });
    return { id, slug, name };
  }
  throw new Error("no short name was free");
}

/** The name itself, then numbered, then with a random end: rows of others are invisible and only the index knows. */
function* candidates(slug: string): Generator<string> {
  if (slug !== "organization") yield slug;
  for (let number = 2; number < 10; number++) yield `${slug}-${number}`;
  for (;;)
    yield `${slug}-${newToken()
      .replace(/[^a-z0-9]/g, "")
      .slice(0, 6)}`;
}
