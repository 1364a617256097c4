import { EmptyState } from "@/components/manager/EmptyState";
import { PageHeader } from "@/components/manager/PageHeader";
import { ButtonLink } from "@/components/ui/Button";
import { Icon } from "@/components/ui/Icon";
import type { ClientPlace, OrganizationPlace } from "@/lib/domain/organizations/queries/listOrganizations";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";
import { ClientList } from "./ClientList";
import { OrganizationList } from "./OrganizationList";

/** "Manage my account > Organizations": one's own, and the clients reached through a partnership (ORG-6, ORG-7). */
export function OrganizationsPage({
  t,
  places,
  clients,
}: {
  t: Translate;
  places: readonly OrganizationPlace[];
  clients: readonly ClientPlace[];
}) {
  const create = { label: t("organizations.create"), href: routes.newOrganization() };
  return (
    <>
      <PageHeader
        title={t("organizations.title")}
        description={t("organizations.description")}
        action={
          places.length > 0 ? (
            <ButtonLink href={create.href} variant="primary" icon={<Icon name="add" />}>
              {create.label}
            </ButtonLink>
          ) : null
        }
      />
      {clients.length > 0 ? (
        <div className="grid gap-6">
          <section className="grid gap-3" aria-labelledby="mine">
            <h2 id="mine">{t("shell.switcher.mine")}</h2>
            <OrganizationList t={t} places={places} />
          </section>
          <section className="grid gap-3" aria-labelledby="clients">
            <h2 id="clients">{t("shell.switcher.clients")}</h2>
            <ClientList t={t} clients={clients} />
          </section>
        </div>
      ) : places.length > 0 ? (
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
