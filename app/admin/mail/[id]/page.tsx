import type { Metadata } from "next";
import { PageHeader } from "@/components/manager/PageHeader";
import { Badge } from "@/components/ui/Badge";
import { Callout } from "@/components/ui/Callout";
import { Card } from "@/components/ui/Card";
import { DescriptionList } from "@/components/ui/DescriptionList";
import { readMail } from "@/lib/domain/support/queries/readMail";
import { instantText } from "@/lib/i18n/format";
import { isLocale, LOCALE_NAMES } from "@/lib/i18n/locales";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";
import { STATE_TONES } from "../states";
import { MailPreview } from "./MailPreview";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageText();
  return { title: t("admin.mail.one") };
}

export default async function MailPage({ params }: PageProps<"/admin/mail/[id]">) {
  const [{ t, locale }, { id }] = await Promise.all([pageText(), params]);
  const { mail, body, timeZone } = await ask(readMail, null, { id });
  const items = [
    { term: t("admin.mail.to"), value: mail.to },
    {
      term: t("admin.mail.language"),
      value: isLocale(mail.locale) ? LOCALE_NAMES[mail.locale] : mail.locale,
    },
    { term: t("admin.mail.written"), value: instantText(mail.writtenAt, locale, timeZone) },
    ...(mail.deliveredAt
      ? [{ term: t("admin.mail.delivered"), value: instantText(mail.deliveredAt, locale, timeZone) }]
      : []),
    ...(mail.attempts > 0
      ? [{ term: t("admin.mail.attempts"), value: t("admin.mail.attemptCount", { count: mail.attempts }) }]
      : []),
    ...(mail.lastError ? [{ term: t("admin.mail.serverSaid"), value: <code>{mail.lastError}</code> }] : []),
  ];
  return (
    <>
      <PageHeader
        title={mail.subject}
        description={t(`admin.mail.stateHint.${mail.state}`)}
        badge={<Badge tone={STATE_TONES[mail.state]}>{t(`admin.mail.state.${mail.state}`)}</Badge>}
        breadcrumb={{
          label: t("shell.breadcrumb"),
          items: [{ label: t("admin.mail.title"), href: routes.adminMail() }, { label: mail.subject }],
        }}
      />
      <div className="grid gap-6">
        <Card title={t("admin.mail.details")} id="details">
          <DescriptionList items={items} />
        </Card>
        {body ? (
          <>
            <Card title={t("admin.mail.html")} description={t("admin.mail.htmlHint")} id="html">
              <MailPreview html={body.html} title={mail.subject} />
            </Card>
            <Card title={t("admin.mail.text")} id="text">
              <pre className="text-sm font-mono whitespace-pre-wrap wrap-anywhere">{body.text}</pre>
            </Card>
          </>
        ) : (
          <Callout title={t("admin.mail.hiddenTitle")}>{t("admin.mail.hiddenBody")}</Callout>
        )}
      </div>
    </>
  );
}
