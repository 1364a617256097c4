import type { Metadata } from "next";
import { DataTable } from "@/components/manager/DataTable";
import { tableLabels } from "@/components/manager/labels";
import { PageHeader } from "@/components/manager/PageHeader";
import { listMails } from "@/lib/domain/support/queries/listMails";
import { instantText } from "@/lib/i18n/format";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";
import { readTableState } from "@/lib/kernel/tableState";
import { ask } from "@/lib/pipeline/request";
import { STATE_TONES } from "./states";

const SHAPE = {
  sorts: ["subject", "to", "written"],
  defaultSort: "-written",
  filters: { status: Object.keys(STATE_TONES) },
};

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageText();
  return { title: t("admin.mail.title") };
}

export default async function MailListPage({ searchParams }: PageProps<"/admin/mail">) {
  const [{ t, locale }, params] = await Promise.all([pageText(), searchParams]);
  const wanted = readTableState(params, SHAPE);
  const { filters, ...table } = wanted;
  const view = await ask(listMails, null, { ...table, states: filters.status });
  const state = { ...wanted, page: view.page };
  const badges = Object.fromEntries(
    view.possibleStates.map((key) => [key, [t(`admin.mail.state.${key}`), STATE_TONES[key]] as const]),
  );
  return (
    <>
      <PageHeader
        title={t("admin.mail.title")}
        description={t(view.isDelivering ? "admin.mail.delivering" : "admin.mail.keeping")}
      />
      <DataTable
        caption={t("admin.mail.title")}
        columns={[
          {
            key: "subject",
            label: t("admin.mail.subject"),
            kind: "link",
            sortable: true,
            href: routes.mail("{id}"),
          },
          { key: "to", label: t("admin.mail.to"), kind: "address", sortable: true },
          { key: "status", label: t("admin.mail.status"), kind: "badge", badges },
          { key: "written", label: t("admin.mail.written"), kind: "date", sortable: true },
        ]}
        rows={view.mails.map((mail) => ({
          id: mail.id,
          cells: [mail.subject, mail.to, mail.state, instantText(mail.writtenAt, locale, view.timeZone)],
        }))}
        total={view.total}
        state={state}
        defaultSort={SHAPE.defaultSort}
        path={routes.adminMail()}
        search={t("admin.mail.search")}
        filters={[
          {
            key: "status",
            label: t("admin.mail.status"),
            options: view.possibleStates.map((value) => ({ value, label: t(`admin.mail.state.${value}`) })),
          },
        ]}
        labels={tableLabels(t, { total: view.total, page: state.page, size: state.size })}
        empty={{ title: t("admin.mail.emptyTitle"), body: t("admin.mail.emptyBody"), icon: "mail" }}
      />
    </>
  );
}
