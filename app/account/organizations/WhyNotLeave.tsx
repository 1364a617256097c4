import { hasAllRights } from "@/lib/access/roles";
import type { OrganizationPlace } from "@/lib/domain/organizations/queries/listOrganizations";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";

/** What keeps somebody from leaving first of all, with the way to what they can do about it (ORG-8). */
export function WhyNotLeave({ t, place }: { t: Translate; place: OrganizationPlace }) {
  const { refusals } = place;
  return (
    <ul className="grid gap-1">
      {refusals.slice(0, 1).map((word) => (
        <li key={word}>
          {t(`refusals.${word}`)} <a href={whereTo(word, place)}>{t(`organizations.toDo.${word}`)}</a>
        </li>
      ))}
    </ul>
  );
}

/** What one has in the organization stands on one's page as a user or, for whoever does not see those, on the overview. */
function whereTo(
  word: OrganizationPlace["refusals"][number],
  { slug, membershipId, role }: OrganizationPlace,
) {
  if (word !== "belongs_to_suite" && word !== "address_is_mailbox_here") return routes.users(slug);
  return hasAllRights(role) ? routes.userAccess(slug, membershipId) : routes.overview(slug);
}
