import type { NavSection } from "./shellTypes";

const isWithin = (path: string, href: string) => path === href || path.startsWith(`${href}/`);

/** Address of the navigation item that a path belongs to: the longest that contains it. */
export function currentHref(sections: readonly NavSection[], path: string): string | undefined {
  const items = sections.flatMap((section) => section.items);
  return (
    items.find((item) => item.current)?.href ??
    items
      .map((item) => item.href)
      .filter((href) => isWithin(path, href))
      .sort((one, other) => other.length - one.length)[0]
  );
}

/**
 * Where switching to `slug` leads: the same section there, without filters and without ids of this organization.
 * `pattern` is `/o/{slug}`.
 */
export function switchHref(
  pattern: string,
  slug: string,
  from: { slug: string; path: string; sections: readonly NavSection[] } | null,
): string {
  const target = pattern.replace("{slug}", slug);
  if (!from) return target;
  const base = pattern.replace("{slug}", from.slug);
  const section = currentHref(from.sections, from.path);
  return section && isWithin(section, base) ? target + section.slice(base.length) : target;
}
