import { Avatar } from "@/components/ui/Avatar";
import type { ClientPlace } from "@/lib/domain/organizations/queries/listOrganizations";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";
import { EnterLink } from "./OrganizationList";

/** The clients, each with the partner through which it is reached and how far (ORG-6, PART-15). */
export function ClientList({ t, clients }: { t: Translate; clients: readonly ClientPlace[] }) {
  return (
    <ul className="card divide-y divide-line" aria-label={t("shell.switcher.clients")}>
      {clients.map(({ slug, name, partner, access }) => (
        <li
          key={slug}
          className="grid grid-cols-[auto_1fr] sm:grid-cols-[auto_1fr_auto] items-start gap-x-3 px-4 py-3 sm:px-5"
        >
          <Avatar name={name} shape="square" />
          <div className="min-w-0 self-center">
            <a href={routes.overview(slug)} className="font-medium text-ink [overflow-wrap:anywhere]">
              <bdi>{name}</bdi>
            </a>
            <div className="text-muted [overflow-wrap:anywhere]">
              {t(`organizations.through.${access}`, { partner })}
            </div>
          </div>
          <div className="max-sm:col-start-2 max-sm:mt-2">
            <EnterLink t={t} place={{ slug, name }} />
          </div>
        </li>
      ))}
    </ul>
  );
}
