import type { Reader } from "@/lib/platform/database";

/** A person's account, as signing in and recovering need it. */
export type Account = {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  passwordHash: string;
  locale: string;
  appearance: "LIGHT" | "DARK" | "AUTO";
  /** Whether something beside the password is asked for. */
  hasSecondFactor: boolean;
};

/** Stands for "no such account" where the statements must be the same as for one. */
export const NOBODY = "00000000-0000-0000-0000-000000000000";

const ACCOUNT = `
  SELECT u."id", u."email", u."firstName", u."lastName", u."passwordHash", u."locale", u."appearance",
         false AS "hasSecondFactor"
  FROM "User" u`;

/** The account with this canonical address. */
export async function accountByAddress(reader: Reader, email: string): Promise<Account | null> {
  const [account] = await reader.rows<Account>(`${ACCOUNT} WHERE u."email" = $1`, email);
  return account ?? null;
}

/** The same account, kept from changing until the transaction ends. */
export async function lockAccount(reader: Reader, id: string): Promise<Account | null> {
  const [account] = await reader.rows<Account>(
    `${ACCOUNT} WHERE u."id" = $1::uuid FOR NO KEY UPDATE OF u`,
    id,
  );
  return account ?? null;
}

/** A person's name as it is written in mails and records. */
export const fullName = ({ firstName, lastName }: { firstName: string; lastName: string }): string =>
  `${firstName} ${lastName}`.trim();
