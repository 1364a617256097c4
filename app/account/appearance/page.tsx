import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { ActionForm } from "@/components/manager/ActionForm";
import { RadioField } from "@/components/manager/fields";
import { formLabels } from "@/components/manager/labels";
import { PageHeader } from "@/components/manager/PageHeader";
import { Card } from "@/components/ui/Card";
import { profile } from "@/lib/domain/identity/queries/profile";
import { pageText } from "@/lib/i18n/page";
import { APPEARANCES } from "@/lib/kernel/appearance";
import { ask } from "@/lib/pipeline/request";
import { chooseAppearanceAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageText();
  return { title: `${t("account.appearance.title")} · ${t("account.title")}` };
}

export default async function AppearancePage() {
  const [{ t }, me] = await Promise.all([pageText(), ask(profile, null, {})]);
  return (
    <>
      <PageHeader title={t("account.appearance.title")} description={t("account.appearance.description")} />
      <div className="max-w-2xl">
        <Card>
          <ActionForm
            action={chooseAppearanceAction}
            labels={formLabels(t)}
            scope={{ key: randomUUID(), user: me.userId }}
            submit={t("common.save")}
          >
            <RadioField
              name="appearance"
              label={t("account.appearance.choice")}
              defaultValue={me.appearance}
              options={APPEARANCES.map((value) => ({
                value,
                label: t(`account.appearance.${value}`),
                hint: t(`account.appearance.${value}Hint`),
              }))}
            />
          </ActionForm>
        </Card>
      </div>
    </>
  );
}
