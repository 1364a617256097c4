import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { permissions, personalPermissions } from "@/lib/access/permissions";
import { permissionMatrix, withMatrix } from "@/scripts/permissionMatrix";
import { ROOT } from "../support/sources";

describe("README.md", () => {
  const readme = readFileSync(join(ROOT, "README.md"), "utf8");

  it("prints the permission table as it is: npm run docs:permissions", () => {
    expect(readme).toBe(withMatrix(readme));
  });

  it("would differ after a change of one cell", () => {
    const cell = permissions["settings.edit"];
    const before = permissionMatrix();
    const { ADMINISTRATOR } = cell;
    try {
      cell.ADMINISTRATOR = "yes";
      expect(permissionMatrix()).not.toBe(before);
    } finally {
      cell.ADMINISTRATOR = ADMINISTRATOR;
    }
  });

  it("names every permission once, and each cell as the table has it", () => {
    const lines = readme.split("\n");
    for (const [name, cells] of Object.entries({ ...permissions, ...personalPermissions })) {
      const found = lines.filter((line) => line.startsWith(`| \`${name}\` |`));
      expect(found).toHaveLength(1);
      const shown = (found[0] ?? "")
        .split("|")
        .slice(2, -1)
        .map((cell) => cell.trim());
      expect(shown).toEqual(
        Object.values(cells).map((cell) => (cell === "no" || cell === "none" ? "–" : cell)),
      );
    }
  });

  it("asks for its marks", () => {
    expect(() => withMatrix("# Kontor")).toThrow("<!-- permissions -->");
  });
});
