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

/** The same with the product that it is inside of. */
export const placedName = (object: Named, t: Translate, locale: Locale): string =>
  object.inside === null
    ? nameOf(object, locale)
    : t("teams.effect.inside", { name: object.name, inside: object.inside });

/** What sort of thing it is. */
export const typeText = (t: Translate, { as, type }: { as: string; type: ObjectType }): string =>
  as === "kind" ? t("teams.give.groups.kinds") : t(`access.types.${type}`);
