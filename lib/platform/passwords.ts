import { hash, verify } from "@node-rs/argon2";

// Argon2id with 19 MiB and two passes: OWASP's first recommendation.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** One form for what keyboards type differently (NFC). */
const normalise = (password: string): string => password.normalize("NFC");

/** The argon2id hash of a password, salt and cost included. */
export const hashPassword = (password: string): Promise<string> => hash(normalise(password), COST);

let decoy: Promise<string> | undefined;

/**
 * Whether the password belongs to the hash. Without a hash (unknown address) it takes as long and says no,
 * so that the time of an answer tells nothing.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("nobody has this password");
  const matches = await verify(stored ?? (await decoy), normalise(password));
  return stored !== null && matches;
}
