import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type OrganizationRow,
  type PersonalRow,
  permissions,
  personalPermissions,
} from "@/lib/access/permissions";
import { ROLES } from "@/lib/access/roles";
import { main, PlainError, say } from "./say";

/** `npm run docs:permissions`: prints the permission table into README.md, between its two marks. */

const OPEN = "<!-- permissions -->";
const CLOSE = "<!-- /permissions -->";

const row = (...cells: string[]) => `| ${cells.join(" | ")} |`;
const shown = (cell: string) => (cell === "no" || cell === "none" ? "–" : cell);

/** A role as a heading: "LEGAL_REPRESENTATIVE" is "Legal representative". */
const heading = (role: string) => (role.charAt(0) + role.slice(1).toLowerCase()).replace("_", " ");

/** Both tables of lib/access/permissions.ts as Markdown. */
export function permissionMatrix(): string {
  const inside = Object.entries<OrganizationRow>(permissions).map(([name, { partner, confirm, ...byRole }]) =>
    row(`\`${name}\``, ...ROLES.map((role) => shown(byRole[role])), shown(partner), shown(confirm)),
  );
  const outside = Object.entries<PersonalRow>(personalPermissions).map(([name, { who, confirm }]) =>
    row(`\`${name}\``, who, shown(confirm)),
  );
  return [
    row("Inside an organization", ...ROLES.map(heading), "Partner", "Confirmed"),
    row("---", ...ROLES.map(() => ":-:"), ":-:", ":-:"),
    ...inside,
    "",
    row("Outside organizations", "Who", "Confirmed"),
    row("---", "---", ":-:"),
    ...outside,
  ].join("\n");
}

/** The same text with the permission table as it is now. Throws a sentence where the marks are missing. */
export function withMatrix(text: string): string {
  const from = text.indexOf(OPEN);
  const to = text.indexOf(CLOSE);
  if (from < 0 || to < from) throw new PlainError(`README.md has no ${OPEN} with a ${CLOSE} after it.`);
  return `${text.slice(0, from)}${OPEN}\n\n${permissionMatrix()}\n\n${text.slice(to)}`;
}

if (process.argv[1]?.endsWith("permissionMatrix.ts"))
  await main(async () => {
    const readme = join(import.meta.dirname, "../README.md");
    writeFileSync(readme, withMatrix(readFileSync(readme, "utf8")));
    say("README.md has the permission table as it is now.");
  });
