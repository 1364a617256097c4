import { Plus } from "lucide-react";
import { EmptyState } from "@/components/manager/EmptyState";
import { PageHeader } from "@/components/manager/PageHeader";
import { ButtonLink } from "@/components/ui/Button";
import type { OrganizationPlace } from "@/lib/domain/organizations/queries/listOrganizations";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";
import { OrganizationList } from "./OrganizationList";

/** "Manage my account > Organizations". */
export function OrganizationsPage({ t, places }: { t: Translate; places: readonly OrganizationPlace[] }) {
  const create = { label: t("organizations.create"), href: routes.newOrganization() };
  return (
    <>
      <PageHeader
        title={t("organizations.title")}
        description={t("organizations.description")}
        action={
          places.length > 0 ? (
            <ButtonLink href={create.href} variant="primary" icon={<Plus aria-hidden="true" />}>
              {create.label}
            </ButtonLink>
          ) : null
        }
      />
      {places.length > 0 ? (
        <OrganizationList t={t} places={places} />
      ) : (
        <div className="card">
          <EmptyState
            title={t("organizations.none.title")}
            body={t("organizations.none.body")}
            icon="organizations"
            action={{ ...create, primary: true }}
          />
        </div>
      )}
    </>
  );
}
