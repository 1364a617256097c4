import type { Metadata } from "next";
import { Toast } from "@/components/ui/Toast";
import { listOrganizations } from "@/lib/domain/organizations/queries/listOrganizations";
import { pageText } from "@/lib/i18n/page";
import { ask } from "@/lib/pipeline/request";
import { OrganizationsPage } from "./OrganizationsPage";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageText();
  return { title: `${t("organizations.title")} · ${t("account.title")}` };
}

export default async function AccountOrganizationsPage({
  searchParams,
}: PageProps<"/account/organizations">) {
  const [{ t }, { after }, { organizations, clients }] = await Promise.all([
    pageText(),
    searchParams,
    ask(listOrganizations, null, {}),
  ]);
  return (
    <>
      <OrganizationsPage t={t} places={organizations} clients={clients} />
      {after === "left" ? (
        <Toast message={t("organizations.leave.left")} close={t("common.close")} param="after" />
      ) : null}
    </>
  );
}
