import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { accountMenu } from "@/app/accountMenu";
import { SIDEBAR_COOKIE } from "@/components/manager/appearance";
import { shellLabels } from "@/components/manager/labels";
import { Shell } from "@/components/manager/Shell";
import { accountShell } from "@/lib/domain/organizations/queries/accountShell";
import { pageText } from "@/lib/i18n/page";
import { PRODUCT_NAME } from "@/lib/kernel/product";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";

/** The frame of the provider's own pages. What stands in them is kept by each page's query, not by this frame. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const [{ t }, shell, jar] = await Promise.all([pageText(), ask(accountShell, null, {}), cookies()]);
  if (!shell.person.isStaff) notFound();
  return (
    <Shell
      labels={shellLabels(t)}
      brand={{ name: PRODUCT_NAME, href: routes.lastOrganization() }}
      folded={jar.get(SIDEBAR_COOKIE)?.value === "folded"}
      sections={[
        {
          title: t("shell.nav.admin"),
          items: [{ label: t("shell.nav.mail"), href: routes.adminMail(), icon: "mail" }],
        },
      ]}
      switcher={{
        current: null,
        mine: shell.organizations.map(({ slug, name, role }) => [slug, name, t(`common.roles.${role}`)]),
        clients: shell.clients.map(({ slug, name }) => [slug, name, ""]),
        href: routes.overview("{slug}"),
        allHref: routes.accountOrganizations(),
        createHref: routes.newOrganization(),
      }}
      account={await accountMenu(shell.person)}
    >
      {children}
    </Shell>
  );
}
