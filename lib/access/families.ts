/**
 * What products hold and what can be given on them. To add a kind of product, add it to the catalogue; only a kind that
 * holds something new, or has other rights, needs a family here.
 */

/** Rights on a product itself (USR-14); using what is inside it is another thing. */
export const PRODUCT_RIGHTS = ["technical", "statistics", "check", "sale"] as const;
export type ProductRight = (typeof PRODUCT_RIGHTS)[number];

/** What can be inside a product. */
export const RESOURCE_TYPES = ["MAILBOX", "FOLDER", "CHANNEL", "CALENDAR", "ADDRESS_BOOK"] as const;
export type ResourceType = (typeof RESOURCE_TYPES)[number];

/** What access is given on. */
export type ObjectType = "PRODUCT" | ResourceType;

/**
 * THE resolution table (TEAM-4): which of several grants wins.
 * `individual`: the person's own stands above their teams', whichever is larger. `union`: everything adds up.
 * `highest`: the largest wins.
 */
export type Resolution = "individual" | "union" | "highest";

type Scale = { readonly resolution: Resolution; readonly rights: Readonly<Record<string, number>> };

/** Words and bits of each kind of access. A level holds the bits of the levels below it, so that larger includes smaller. */
export const SCALES = {
  PRODUCT: flags("highest", PRODUCT_RIGHTS),
  FOLDER: { resolution: "individual", rights: { none: 0, read: 1, write: 3, manage: 7 } },
  MAILBOX: flags("union", [
    "read",
    "filters",
    "security",
    "aliases",
    "redirections",
    "signatures",
    "auto_reply",
    "password",
    "folders",
    "restore",
    "rules",
    "access_logs",
  ]),
  CHANNEL: { resolution: "highest", rights: { member: 1, admin: 3 } },
  CALENDAR: { resolution: "highest", rights: { read: 1, write: 3 } },
  ADDRESS_BOOK: { resolution: "highest", rights: { read: 1, write: 3 } },
} as const satisfies Record<ObjectType, Scale>;

function flags<const Word extends string>(resolution: Resolution, words: readonly Word[]) {
  return {
    resolution,
    rights: Object.fromEntries(words.map((word, bit) => [word, 1 << bit])) as Record<Word, number>,
  };
}

/** Whether the words of a scale are steps, of which one is chosen, or flags, of which several are. */
export const isLadder = (type: ObjectType): boolean => type !== "PRODUCT" && type !== "MAILBOX";

type FamilyRow = { readonly rights: readonly ProductRight[]; readonly holds: readonly ResourceType[] };

/** Families of product kinds (PROD-1): which rights they have, and what is inside. */
export const FAMILIES = {
  domain: { rights: ["technical"], holds: [] },
  "web-hosting": { rights: ["technical", "statistics"], holds: [] },
  mail: { rights: ["technical", "statistics"], holds: ["MAILBOX"] },
  suite: { rights: ["technical", "statistics"], holds: ["CALENDAR", "ADDRESS_BOOK"] },
  drive: { rights: ["technical", "statistics"], holds: ["FOLDER"] },
  chat: { rights: ["technical"], holds: ["CHANNEL"] },
  backup: { rights: ["technical", "statistics"], holds: [] },
  "cloud-server": { rights: ["technical", "statistics"], holds: [] },
  "public-cloud": { rights: ["technical", "statistics"], holds: [] },
  nas: { rights: ["technical"], holds: [] },
  streaming: { rights: ["technical", "statistics"], holds: [] },
  newsletter: { rights: ["technical", "statistics"], holds: [] },
  ticketing: { rights: ["technical", "statistics", "check", "sale"], holds: [] },
  certificate: { rights: ["technical"], holds: [] },
  support: { rights: ["technical"], holds: [] },
} as const satisfies Record<string, FamilyRow>;

export type Family = keyof typeof FAMILIES;

/** All families, in the order in which pages show them. */
export const FAMILY_NAMES = Object.keys(FAMILIES) as Family[];

/** The bits of these words; a word that this kind of access does not know throws a `RangeError`. */
export function rightsFrom(type: ObjectType, words: readonly string[]): number {
  const known: Readonly<Record<string, number>> = SCALES[type].rights;
  return words.reduce((bits, word) => {
    if (!Object.hasOwn(known, word)) throw new RangeError(`${type} has no right "${word}"`);
    return bits | (known[word] ?? 0);
  }, 0);
}

/** Added up once: every decision about a product asks for it. */
const ALL_RIGHTS = Object.fromEntries(
  FAMILY_NAMES.map((family) => [family, rightsFrom("PRODUCT", FAMILIES[family].rights)]),
) as Record<Family, number>;

/** The bits of all rights that a product of this family has. */
export const allRightsOf = (family: Family): number => ALL_RIGHTS[family];

/** The words for these bits: all flags, or the one step of a ladder. */
export function wordsFor(type: ObjectType, rights: number): string[] {
  const words = Object.entries<number>(SCALES[type].rights);
  if (!isLadder(type)) return words.filter(([, bit]) => (rights & bit) !== 0).map(([word]) => word);
  const step = words.findLast(([, bits]) => (rights & bits) === bits);
  return step ? [step[0]] : [];
}
