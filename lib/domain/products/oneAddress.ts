import { Refused } from "@/lib/kernel/failures";

const isUniqueViolation = (failure: unknown): boolean =>
  typeof failure === "object" && failure !== null && "code" in failure && failure.code === "P2002";

/**
 * A mailbox has its address alone on the whole server, where nobody can look: the database says so. Throws the refusal
 * for it.
 */
export async function withItsAddressAlone<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (failure) {
    if (isUniqueViolation(failure)) throw new Refused(["address_taken"], "name");
    throw failure;
  }
}
