import type { Metadata } from "next";
import { ActionForm } from "@/components/manager/ActionForm";
import { TextField } from "@/components/manager/fields";
import { formLabels } from "@/components/manager/labels";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";
import { PublicCard } from "../PublicCard";
import { requestPasswordResetAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageText();
  return { title: t("identity.forgot.title") };
}

export default async function ForgotPasswordPage() {
  const { t } = await pageText();
  return (
    <PublicCard title={t("identity.forgot.title")} description={t("identity.forgot.description")}>
      <div className="grid gap-5">
        <ActionForm
          action={requestPasswordResetAction}
          labels={formLabels(t)}
          submit={t("identity.forgot.submit")}
          wide
        >
          <TextField
            name="email"
            label={t("common.email")}
            type="email"
            inputMode="email"
            autoComplete="username"
            autoCapitalize="off"
            spellCheck={false}
          />
        </ActionForm>
        <p>
          <a href={routes.login()}>{t("identity.forgot.back")}</a>
        </p>
      </div>
    </PublicCard>
  );
}
