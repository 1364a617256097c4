import type { Family } from "@/lib/access/families";
import type { Locale } from "@/lib/i18n/locales";
import type { Currency, Period } from "./prices";

/** Names by language. */
export type Names = Readonly<Record<Locale, string>>;

/** So much less from one quantity to another; `to` is null where it has no end. */
export type QuantityRange = {
  readonly text: string;
  readonly from: number;
  readonly to: number | null;
  readonly reductionBasisPoints: number;
};

/** When the Renewal Warranty can be taken (PROD-3). */
export const RENEWAL_WARRANTIES = ["NEVER", "LATER", "AT_ORDER"] as const;

export type CatalogueOffer = {
  readonly names: Names;
  readonly storageGb?: number | undefined;
  readonly addresses?: number | undefined;
  /** What one unit costs for one period without VAT, in hundredths; nothing for what only comes with something else. */
  readonly prices: Readonly<Partial<Record<Period, Readonly<Record<Currency, bigint>>>>>;
  readonly degressive: readonly QuantityRange[];
};

export type CatalogueKind = {
  readonly family: Family;
  readonly names: Names;
  readonly personal: boolean;
  readonly renewalWarranty: (typeof RENEWAL_WARRANTIES)[number];
  readonly transferable: boolean;
  readonly upgradeOnly: boolean;
  readonly includes: readonly string[];
  readonly offers: Readonly<Record<string, CatalogueOffer>>;
};

/** Everything that is sold, by key, in the order of showing (PROD-1). */
export type Catalogue = Readonly<Record<string, CatalogueKind>>;

/** What is wrong with a catalogue, and where. */
export type Complaint = { readonly path: readonly (string | number)[]; readonly says: string };

/**
 * What no single entry shows: how kinds and tiers go together. `keys` are those of all kinds, where some could not be
 * understood and are missing in `kinds`.
 */
export function complaintsAbout(kinds: Catalogue, keys = Object.keys(kinds)): Complaint[] {
  const parts = new Set(Object.values(kinds).flatMap(({ includes }) => includes));
  const isWhole = keys.every((key) => kinds[key]);
  return Object.entries(kinds).flatMap(([key, kind]) => [
    ...aboutParts(kinds, keys, key, kind),
    ...(kind.personal && kind.family !== "suite"
      ? [{ path: ["kinds", key, "personal"], says: "only a suite can be personal" }]
      : []),
    ...aboutOffers(key, kind, parts.has(key), isWhole),
  ]);
}

function aboutParts(
  kinds: Catalogue,
  keys: readonly string[],
  key: string,
  { includes }: CatalogueKind,
): Complaint[] {
  return includes.flatMap((part, index) => {
    const at = (says: string): Complaint[] => [{ path: ["kinds", key, "includes", index], says }];
    if (!keys.includes(part)) return at(`"${part}" is no kind of this catalogue`);
    if (part === key) return at("nothing is a part of itself");
    if (kinds[part] && kinds[part].includes.length > 0)
      return at(`"${part}" has parts of its own: a part cannot`);
    return includes.indexOf(part) === index ? [] : at(`"${part}" is there twice`);
  });
}

function aboutOffers(key: string, { offers }: CatalogueKind, isPart: boolean, isWhole: boolean): Complaint[] {
  const names = Object.keys(offers);
  const unpriced = names.filter((name) => Object.keys(offers[name]?.prices ?? {}).length === 0);
  const path = ["kinds", key, "offers"];
  if (names.length === 0) return [{ path, says: "at least one offer is needed" }];
  if (isPart && (names.length !== 1 || unpriced.length !== 1))
    return [{ path, says: "what comes with another kind has one offer, without a price" }];
  return [
    ...(isPart || !isWhole ? [] : unpriced).map((name) => ({
      path: [...path, name],
      says: "it has no price, and no other kind includes it",
    })),
    ...names.flatMap((name) =>
      aboutRanges(offers[name]?.degressive ?? []).map(({ text, says }) => ({
        path: [...path, name, "degressive", text],
        says,
      })),
    ),
  ];
}

/** One quantity has one price: ranges follow each other without overlap or gap, and the last has no end. */
function aboutRanges(ranges: readonly QuantityRange[]): { text: string; says: string }[] {
  const sorted = [...ranges].sort((one, other) => one.from - other.from);
  return sorted.flatMap(({ text, from, to }, index) => {
    const says: string[] = [];
    const before = sorted[index - 1];
    if (from < 2) says.push("one alone has the price itself: begin at 2 or more");
    if (to !== null && to < from) says.push("it ends before it begins");
    if (before && (before.to === null || before.to >= from)) says.push(`it overlaps with ${before.text}`);
    else if (before?.to && before.to + 1 < from)
      says.push(`${before.to + 1} to ${from - 1} are left out between ${before.text} and this`);
    if (index === sorted.length - 1 && to !== null) says.push(`the last range has no end: ${from}+`);
    return says.map((word) => ({ text, says: word }));
  });
}
