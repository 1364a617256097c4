/** Why a text is no address: the word of its sentence in `invalid.…`. */
export type AddressProblem = "email" | "email_not_plain";

/** The same about the part before the @ alone. */
export type LocalPartProblem = "local_part_signs" | "local_part_dots" | "local_part_too_long";

/** Characters that an address can have. */
export const LONGEST_ADDRESS = 254;
const LONGEST_LOCAL_PART = 64;
const LONGEST_LABEL = 63;

const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+$/;
const MISPLACED_DOT = /^\.|\.\.|\.$/;
/** Letters of any script: the ASCII form is worked out below. */
const DOMAIN = /^[\p{L}\p{N}\p{M}-]+(?:\.[\p{L}\p{N}\p{M}-]+)+$/u;
const TOP_LABEL = /^(?:[a-z]{2,}|xn--[a-z0-9-]+)$/;
const PLAIN = /^[\u0021-\u007e]*$/;

/**
 * The one form of an e-mail address, in which it is stored and compared: lower case, domain in ASCII (IDNA).
 * Canonicalises first and validates the outcome: look-alikes that normalise to an ordinary sign, quotes and comments
 * are refused, so that two spellings never reach the same mailbox under two accounts.
 */
export function canonicalAddress(text: string): { address: string } | { problem: AddressProblem } {
  const given = text.trim();
  if (given.length > LONGEST_ADDRESS) return { problem: "email" };
  if (given.normalize("NFKC") !== given) return { problem: "email_not_plain" };
  const [local = "", domain = "", ...rest] = given.split("@");
  if (rest.length > 0 || local === "" || domain === "") return { problem: "email" };
  if (!PLAIN.test(local)) return { problem: "email_not_plain" };
  const mailbox = local.toLowerCase();
  const host = asciiDomain(domain);
  const address = `${mailbox}@${host}`;
  if (localPartProblem(mailbox)) return { problem: "email" };
  return host === null || address.length > LONGEST_ADDRESS ? { problem: "email" } : { address };
}

/** What is wrong with the part before the @, where it is asked for alone; null for nothing. */
export function localPartProblem(local: string): LocalPartProblem | null {
  if (!LOCAL_PART.test(local)) return "local_part_signs";
  if (MISPLACED_DOT.test(local)) return "local_part_dots";
  return local.length > LONGEST_LOCAL_PART ? "local_part_too_long" : null;
}

/** The domain as it travels in DNS; null when it is none. */
export function asciiDomain(domain: string): string | null {
  if (!DOMAIN.test(domain) || !URL.canParse(`http://${domain}`)) return null;
  const host = new URL(`http://${domain}`).hostname;
  const labels = host.split(".");
  const whole = labels.every((label) => label.length <= LONGEST_LABEL && !/^-|-$/.test(label));
  return whole && TOP_LABEL.test(labels.at(-1) ?? "") ? host : null;
}
