import pg from "pg";
import { APP_ROLE, appRoleUrl } from "@/lib/platform/appRole";
import { PlainError } from "../say";

const ALREADY_THERE = new Set(["23505", "42710"]);
const NOT_ALLOWED = "42501";
const LIMITS = "NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION";

/**
 * Makes the role that the application runs as, or brings its password and its limits in line.
 * It signs in, and can do nothing else: what it may read and write is granted by the migrations.
 * Throws a sentence when the owner may not make it, or when the application would run as a role with too many rights.
 */
export async function ensureAppRole(
  owner: pg.Pool,
  ownerUrl: string,
  appUrl = appRoleUrl(ownerUrl),
): Promise<void> {
  const standing = await standingOf(appUrl);
  if (standing === "limited") return;
  const { username, password } = new URL(appUrl);
  const role = decodeURIComponent(username);
  if (role !== APP_ROLE) {
    throw new PlainError(
      standing === "powerful"
        ? `DATABASE_APP_URL names the role "${role}", which can bypass row-level security or make databases and roles. Take that from it, or leave DATABASE_APP_URL out.`
        : `DATABASE_APP_URL names the role "${role}", which cannot sign in. Make it once: CREATE ROLE "${role}" LOGIN PASSWORD '…' IN ROLE ${APP_ROLE};`,
    );
  }
  const secret = pg.escapeLiteral(decodeURIComponent(password));
  const { rowCount } = await owner.query("SELECT FROM pg_roles WHERE rolname = $1", [APP_ROLE]);
  // Only a superuser may even mention most of the limits of a role that is there.
  const limits = rowCount === 0 || standing === "powerful" ? LIMITS : "";
  try {
    await owner.query(`${rowCount ? "ALTER" : "CREATE"} ROLE ${APP_ROLE} LOGIN ${limits} PASSWORD ${secret}`);
  } catch (error) {
    const code = (error as { code?: string }).code ?? "";
    // Another instance, on another database of the same server, was quicker.
    if (ALREADY_THERE.has(code)) return;
    if (code !== NOT_ALLOWED) throw error;
    throw new PlainError(
      `The owner of the database may not make the role ${APP_ROLE}. Let an administrator of the server run CREATE ROLE ${APP_ROLE} LOGIN PASSWORD '…'; and set DATABASE_APP_URL with that password.`,
    );
  }
}

/** What the application's address leads to: a role that cannot sign in, one within its limits, or one with too many rights. */
async function standingOf(appUrl: string): Promise<"absent" | "limited" | "powerful"> {
  const client = new pg.Client({ connectionString: appUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ powerful: boolean }>(
      "SELECT rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole AS powerful FROM pg_roles WHERE rolname = current_user",
    );
    return rows[0]?.powerful ? "powerful" : "limited";
  } catch {
    return "absent";
  } finally {
    await client.end().catch(() => undefined);
  }
}
