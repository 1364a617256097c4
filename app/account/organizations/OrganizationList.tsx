import { LogIn, LogOut } from "lucide-react";
import { Avatar } from "@/components/ui/Avatar";
import type { OrganizationPlace } from "@/lib/domain/organizations/queries/listOrganizations";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";
import { WhyNotLeave } from "./WhyNotLeave";

/** Every organization with one icon to enter and one to leave; where leaving is refused, why, and what to do (ORG-7, ORG-8). */
export function OrganizationList({ t, places }: { t: Translate; places: readonly OrganizationPlace[] }) {
  return (
    <ul className="card divide-y divide-line" aria-label={t("organizations.list")}>
      {places.map((place) => {
        const { slug, name, role, refusals } = place;
        return (
          <li key={slug} className="grid grid-cols-[auto_1fr_auto] items-start gap-x-3 px-4 py-3 sm:px-5">
            <Avatar name={name} shape="square" />
            <div className="min-w-0 self-center">
              <a href={routes.overview(slug)} className="font-medium text-ink [overflow-wrap:anywhere]">
                <bdi>{name}</bdi>
              </a>
              <div className="text-muted">{t(`common.roles.${role}`)}</div>
            </div>
            <div className="flex">
              <IconLink href={routes.overview(slug)} label={t("organizations.enter", { name })}>
                <LogIn aria-hidden="true" />
              </IconLink>
              {refusals.length === 0 ? (
                <IconLink
                  href={routes.leaveOrganization(slug)}
                  label={t("organizations.leave.label", { name })}
                >
                  <LogOut aria-hidden="true" />
                </IconLink>
              ) : (
                <button
                  type="button"
                  className="icon-button opacity-45 cursor-not-allowed"
                  aria-disabled="true"
                  aria-label={t("organizations.leave.label", { name })}
                  aria-describedby={`${slug}-why`}
                  title={t("organizations.leave.blocked")}
                >
                  <LogOut aria-hidden="true" />
                </button>
              )}
            </div>
            {refusals.length > 0 ? (
              <div className="col-span-2 col-start-2 mt-1 text-sm text-muted" id={`${slug}-why`}>
                <WhyNotLeave t={t} place={place} />
              </div>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

/** An icon that leads somewhere, with its name for those who do not see it. */
export function IconLink({
  href,
  label,
  children,
}: {
  href: string;
  label: string;
  children: React.ReactNode;
}) {
  return (
    <a className="icon-button" href={href} aria-label={label} title={label}>
      {children}
    </a>
  );
}
