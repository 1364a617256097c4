const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;

/** True for a lower-case UUID, the form of every id in a URL. */
export const isUuid = (text: string): boolean => UUID.test(text);

/** True for an organization's short name in a URL: 1 to 64 of a-z, 0-9 and inner hyphens. */
export const isSlug = (text: string): boolean => SLUG.test(text);

/** Makes a short name for URLs out of any name; `organization` where no letter survives. */
export function slugOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 48)
    .replace(/-+$/, "");
  return plain || "organization";
}
