import type { Metadata } from "next";
import { Toast } from "@/components/ui/Toast";
import { listOrganizations } from "@/lib/domain/organizations/queries/listOrganizations";
import { pageText } from "@/lib/i18n/page";
import { ask } from "@/lib/pipeline/request";
import { currentNotice } from "@/lib/platform/requestContext";
import { OrganizationsPage } from "./OrganizationsPage";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageText();
  return { title: `${t("organizations.title")} · ${t("account.title")}` };
}

export default async function AccountOrganizationsPage() {
  const [{ t }, { organizations, clients }] = await Promise.all([
    pageText(),
    ask(listOrganizations, null, {}),
  ]);
  const notice = currentNotice();
  return (
    <>
      <OrganizationsPage t={t} places={organizations} clients={clients} />
      {notice?.word === "left" ? (
        <Toast message={t("organizations.leave.left")} close={t("common.close")} />
      ) : null}
    </>
  );
}
