import type { ObjectType } from "@/lib/access/families";
import type { Locale } from "@/lib/i18n/locales";
import type { Translate } from "@/lib/i18n/translator";

type Named = {
  readonly name: string;
  readonly kindNames: Readonly<Record<string, string>> | null;
  readonly inside: string | null;
};

/** What an object is called in the language of the page. */
export const nameOf = ({ name, kindNames }: Named, locale: Locale): string => kindNames?.[locale] ?? name;

/** The same where it stands alone: with the product that it is inside of, and what "all of a kind" takes in. */
export function placedName(object: Named, t: Translate, locale: Locale): string {
  if (object.inside !== null) return t("teams.effect.inside", { name: object.name, inside: object.inside });
  const name = nameOf(object, locale);
  return object.kindNames ? t("access.allOfKind", { kind: name }) : name;
}

/** What sort of thing it is. */
export const typeText = (t: Translate, { as, type }: { as: string; type: ObjectType }): string =>
  as === "kind" ? t("teams.give.groups.kinds") : t(`access.types.${type}`);
