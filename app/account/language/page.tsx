import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { ActionForm } from "@/components/manager/ActionForm";
import { RadioField } from "@/components/manager/fields";
import { formLabels } from "@/components/manager/labels";
import { PageHeader } from "@/components/manager/PageHeader";
import { Callout } from "@/components/ui/Callout";
import { Card } from "@/components/ui/Card";
import { profile } from "@/lib/domain/identity/queries/profile";
import { LOCALE_NAMES, LOCALES } from "@/lib/i18n/locales";
import { pageText } from "@/lib/i18n/page";
import { ask } from "@/lib/pipeline/request";
import { currentNotice } from "@/lib/platform/requestContext";
import { chooseLanguageAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageText();
  return { title: `${t("account.language.title")} · ${t("account.title")}` };
}

export default async function LanguagePage() {
  const [{ t }, me] = await Promise.all([pageText(), ask(profile, null, {})]);
  const notice = currentNotice();
  return (
    <>
      <PageHeader title={t("account.language.title")} description={t("account.language.description")} />
      <div className="grid max-w-2xl gap-6">
        {notice?.word === "language-saved" ? (
          <Callout tone="positive" role="status">
            {t("account.language.saved")}
          </Callout>
        ) : null}
        <Card>
          <ActionForm
            action={chooseLanguageAction}
            labels={formLabels(t)}
            scope={{ key: randomUUID(), user: me.userId }}
            submit={t("common.save")}
          >
            <RadioField
              name="locale"
              label={t("account.language.choice")}
              defaultValue={me.locale}
              options={LOCALES.map((locale) => ({
                value: locale,
                label: <span lang={locale}>{LOCALE_NAMES[locale]}</span>,
              }))}
            />
          </ActionForm>
        </Card>
      </div>
    </>
  );
}
