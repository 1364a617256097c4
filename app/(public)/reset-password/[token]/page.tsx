import type { Metadata } from "next";
import { ActionForm } from "@/components/manager/ActionForm";
import { PasswordField } from "@/components/manager/fields";
import { formLabels } from "@/components/manager/labels";
import { ButtonLink } from "@/components/ui/Button";
import { resetLink } from "@/lib/domain/identity/queries/resetLink";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";
import { PublicCard } from "../../PublicCard";
import { resetPasswordAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageText();
  return { title: t("identity.reset.title") };
}

export default async function ResetPasswordPage({ params }: PageProps<"/reset-password/[token]">) {
  const [{ t }, { token }] = await Promise.all([pageText(), params]);
  const { good } = await ask(resetLink, null, { token });
  if (!good)
    return (
      <PublicCard title={t("identity.reset.deadTitle")} description={t("identity.reset.deadBody")}>
        <ButtonLink href={routes.forgotPassword()} variant="primary" wide>
          {t("identity.reset.again")}
        </ButtonLink>
      </PublicCard>
    );
  return (
    <PublicCard title={t("identity.reset.title")} description={t("identity.reset.description")}>
      <ActionForm
        action={resetPasswordAction}
        labels={formLabels(t)}
        submit={t("identity.reset.submit")}
        hidden={{ token }}
        wide
      >
        <PasswordField
          name="password"
          label={t("identity.reset.newPassword")}
          hint={t("identity.signup.passwordHint")}
          autoComplete="new-password"
        />
      </ActionForm>
    </PublicCard>
  );
}
