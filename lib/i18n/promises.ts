import type { ObjectType } from "@/lib/access/families";
import { rightsInWords } from "./accessWords";
import type { Locale } from "./locales";
import type { Translate } from "./translator";

/** What accepting an invitation gives: products and what is inside them, all of a kind, and teams. */
export type Promised = {
  readonly things: readonly {
    readonly type: ObjectType;
    readonly name: string;
    readonly kindNames: Readonly<Record<string, string>> | null;
    readonly rights: number;
  }[];
  readonly teams: readonly string[];
};

const MOST_TOLD = 12;

/** One sentence for the products, one for the teams; empty where nothing is promised. */
export function promisedInWords(t: Translate, locale: Locale, { things, teams }: Promised): string {
  const told = things.slice(0, MOST_TOLD).map((thing) => thingInWords(t, locale, thing));
  const more = things.length - told.length;
  const rest = more > 0 ? [t("users.confirm.more", { count: more })] : [];
  return [
    ...(told.length > 0
      ? [t("invitations.promised.things", { list: [...told, ...rest].join(t("common.between")) })]
      : []),
    ...(teams.length > 0
      ? [t("invitations.promised.teams", { count: teams.length, list: teams.join(", ") })]
      : []),
  ].join(" ");
}

/** Its name and what may be done with it. */
export function thingInWords(
  t: Translate,
  locale: Locale,
  { type, name, kindNames, rights }: Promised["things"][number],
): string {
  const called = kindNames
    ? t("invitations.promised.allOf", { kind: kindNames[locale] ?? kindNames.en ?? "" })
    : name;
  return t("invitations.promised.thing", { name: called, rights: rightsInWords(t, type, rights) });
}
