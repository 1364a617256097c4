import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { accountMenu } from "@/app/accountMenu";
import { SIDEBAR_COOKIE } from "@/components/manager/appearance";
import { shellLabels } from "@/components/manager/labels";
import { Shell } from "@/components/manager/Shell";
import { shell } from "@/lib/domain/organizations/queries/shell";
import { pageText } from "@/lib/i18n/page";
import { PRODUCT_NAME } from "@/lib/kernel/product";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";
import { actingBand, paletteData, sectionsOf } from "./shellData";

/** The frame around every page of an organization. */
export default async function OrganizationLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ organization: string }>;
}) {
  const [{ t }, jar, view] = await Promise.all([
    pageText(),
    cookies(),
    params.then(({ organization }) => ask(shell, organization, {})),
  ]);
  const { person, organization, actingFor } = view;
  const role = view.role ? t(`common.roles.${view.role}`) : (actingFor?.partner.name ?? "");
  return (
    <Shell
      labels={shellLabels(t)}
      brand={{ name: PRODUCT_NAME, href: routes.overview(organization.slug) }}
      sections={sectionsOf(t, view)}
      switcher={{
        current: { ...organization, role },
        mine: view.organizations.map((place) => [place.slug, place.name, t(`common.roles.${place.role}`)]),
        clients: view.clients.map(({ slug, name }) => [slug, name, ""]),
        href: routes.overview("{slug}"),
        allHref: routes.accountOrganizations(),
        createHref: routes.newOrganization(),
      }}
      account={await accountMenu(person, role || undefined)}
      palette={paletteData(t, view)}
      acting={actingBand(t, view)}
      folded={jar.get(SIDEBAR_COOKIE)?.value === "folded"}
    >
      {children}
    </Shell>
  );
}
