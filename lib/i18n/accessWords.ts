import { isLadder, type ObjectType, wordsFor } from "@/lib/access/families";
import type { Contribution, Source } from "@/lib/access/resolution";
import type { Translate } from "./translator";

/** Bits of an access in the reader's words: every right, or the one level; "no access" for none. */
export function rightsInWords(t: Translate, type: ObjectType, rights: number): string {
  const group = isLadder(type) ? "levels" : "rights";
  const words = wordsFor(type, rights).flatMap((word) => {
    const key = `access.${group}.${type}.${word}`;
    return t.has(key) ? [t(key)] : [];
  });
  return words.join(", ") || t("access.nothing");
}

/** Where an access comes from, in the reader's words; each origin once. `kind`: of which kind all were given. */
export const originsInWords = (t: Translate, from: readonly Contribution[], kind?: string): string =>
  [
    ...new Set(
      from.map(({ source, by }) => {
        const origin = originInWords(t, source);
        return kind && by === "kind" ? t("access.from.kind", { origin, kind }) : origin;
      }),
    ),
  ].join(", ");

function originInWords(t: Translate, source: Source): string {
  switch (source.via) {
    case "role":
      return t("access.from.role", { role: t(`common.roles.${source.role}`) });
    case "team":
      return t("access.from.team", { team: source.name });
    default:
      return t(`access.from.${source.via}`);
  }
}
