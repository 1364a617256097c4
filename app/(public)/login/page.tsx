import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ActionForm } from "@/components/manager/ActionForm";
import { PasswordField, TextField } from "@/components/manager/fields";
import { formLabels } from "@/components/manager/labels";
import { Callout } from "@/components/ui/Callout";
import { presence } from "@/lib/domain/identity/queries/presence";
import { invitedAddress } from "@/lib/domain/organizations/queries/invitedAddress";
import { pageText } from "@/lib/i18n/page";
import { invitationToken, routes, safePath } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";
import { currentNotice } from "@/lib/platform/requestContext";
import { PublicCard } from "../PublicCard";
import { signInAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageText();
  return { title: t("identity.login.title") };
}

export default async function LoginPage({ searchParams }: PageProps<"/login">) {
  const [{ t }, { then }, { signedIn }] = await Promise.all([
    pageText(),
    searchParams,
    ask(presence, null, {}),
  ]);
  const notice = currentNotice();
  const wish = typeof then === "string" ? safePath(then, "") : "";
  if (signedIn) redirect(wish || routes.lastOrganization());
  const token = invitationToken(wish);
  const invited = token ? await ask(invitedAddress, null, { token }) : null;
  return (
    <PublicCard title={t("identity.login.title")} description={t("identity.login.description")}>
      <div className="grid gap-5">
        {notice?.word === "password-changed" ? (
          <Callout tone="positive" role="status">
            {t("identity.login.passwordChanged")}
          </Callout>
        ) : notice?.word === "signed-out" ? (
          <Callout tone="positive" role="status">
            {t("identity.login.signedOut")}
          </Callout>
        ) : wish ? (
          <Callout>{t("identity.login.sessionNeeded")}</Callout>
        ) : null}
        <ActionForm
          action={signInAction}
          labels={formLabels(t)}
          submit={t("identity.login.submit")}
          hidden={wish ? { then: wish } : undefined}
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
            defaultValue={invited?.email ?? undefined}
          />
          <PasswordField name="password" label={t("common.password")} autoComplete="current-password" />
        </ActionForm>
        <div className="flex flex-wrap justify-between gap-x-6 gap-y-2">
          <a href={routes.forgotPassword()}>{t("identity.login.forgot")}</a>
          <span className="text-muted">
            {t("identity.login.newHere")} <a href={routes.signup()}>{t("identity.login.signUp")}</a>
          </span>
        </div>
      </div>
    </PublicCard>
  );
}
