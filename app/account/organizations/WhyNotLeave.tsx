import type { OrganizationPlace } from "@/lib/domain/organizations/queries/listOrganizations";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";

/** What keeps somebody from leaving first of all, with the way to what they can do about it (ORG-8). */
export function WhyNotLeave({
  t,
  slug,
  refusals,
}: {
  t: Translate;
  slug: string;
  refusals: OrganizationPlace["refusals"];
}) {
  return (
    <ul className="grid gap-1">
      {refusals.slice(0, 1).map((word) => (
        <li key={word}>
          {t(`refusals.${word}`)} <a href={routes.users(slug)}>{t(`organizations.toDo.${word}`)}</a>
        </li>
      ))}
    </ul>
  );
}
