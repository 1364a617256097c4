import { Avatar } from "@/components/ui/Avatar";
import { BlockedButton, ButtonLink } from "@/components/ui/Button";
import { Icon } from "@/components/ui/Icon";
import type { OrganizationPlace } from "@/lib/domain/organizations/queries/listOrganizations";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";
import { WhyNotLeave } from "./WhyNotLeave";

/** Every organization with a button to enter and one to leave; where leaving is refused, why, and what to do (ORG-7, ORG-8). */
export function OrganizationList({ t, places }: { t: Translate; places: readonly OrganizationPlace[] }) {
  return (
    <ul className="card divide-y divide-line" aria-label={t("organizations.list")}>
      {places.map((place) => {
        const { slug, name, role, refusals } = place;
        return (
          <li
            key={slug}
            className="grid grid-cols-[auto_1fr] sm:grid-cols-[auto_1fr_auto] items-start gap-x-3 px-4 py-3 sm:px-5"
          >
            <Avatar name={name} shape="square" />
            <div className="min-w-0 self-center">
              <a href={routes.overview(slug)} className="font-medium text-ink [overflow-wrap:anywhere]">
                <bdi>{name}</bdi>
              </a>
              <div className="text-muted">{t(`common.roles.${role}`)}</div>
            </div>
            <div className="flex flex-wrap gap-2 max-sm:col-start-2 max-sm:mt-2">
              <EnterLink t={t} place={place} />
              {refusals.length === 0 ? (
                <ButtonLink
                  href={routes.leaveOrganization(slug)}
                  size="small"
                  className="text-critical"
                  icon={<Icon name="leave" />}
                  aria-label={t("organizations.leave.label", { name })}
                >
                  {t("organizations.leave.short")}
                </ButtonLink>
              ) : (
                <BlockedButton
                  id={slug}
                  size="small"
                  icon={<Icon name="leave" />}
                  label={t("organizations.leave.label", { name })}
                >
                  {t("organizations.leave.short")}
                </BlockedButton>
              )}
            </div>
            {refusals.length > 0 ? (
              <div className="col-start-2 mt-1 text-sm sm:col-end-4 text-muted" id={`${slug}-reason`}>
                <WhyNotLeave t={t} place={place} />
              </div>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

/** Into the organization. */
export const EnterLink = ({
  t,
  place: { slug, name },
}: {
  t: Translate;
  place: { slug: string; name: string };
}) => (
  <ButtonLink
    href={routes.overview(slug)}
    size="small"
    icon={<Icon name="enter" />}
    aria-label={t("organizations.enter", { name })}
  >
    {t("organizations.enterShort")}
  </ButtonLink>
);
