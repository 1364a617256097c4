import { ensure } from "@/lib/kernel/decision";
import { Refused } from "@/lib/kernel/failures";
import { measurePassword } from "@/lib/platform/passwordStrength";
import { hashPassword } from "@/lib/platform/passwords";
import { mayUsePassword, type Owner, wordsAbout } from "./rules/password";

/** The hash of a password that its owner may use; throws {@link Refused} with advice beside the field otherwise. */
export async function hashAllowedPassword(password: string, owner: Owner): Promise<string> {
  const strength = measurePassword(password, wordsAbout(owner));
  try {
    ensure(mayUsePassword({ password, owner, ...strength }));
  } catch (refusal) {
    if (refusal instanceof Refused) throw new Refused(refusal.words, "password");
    throw refusal;
  }
  return hashPassword(password);
}
