import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { termsLabel } from "@/app/termsLabel";
import { ActionForm } from "@/components/manager/ActionForm";
import {
  CheckboxField,
  PasswordField,
  RadioField,
  SelectField,
  TextField,
} from "@/components/manager/fields";
import { formLabels } from "@/components/manager/labels";
import { presence } from "@/lib/domain/identity/queries/presence";
import { countryOptions } from "@/lib/i18n/format";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";
import { PublicCard } from "../PublicCard";
import { signUpAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageText();
  return { title: t("identity.signup.title") };
}

export default async function SignUpPage() {
  const [{ t, locale }, { signedIn }] = await Promise.all([pageText(), ask(presence, null, {})]);
  if (signedIn) redirect(routes.lastOrganization());
  return (
    <PublicCard title={t("identity.signup.title")} description={t("identity.signup.description")}>
      <div className="grid gap-5">
        <ActionForm
          action={signUpAction}
          labels={formLabels(t)}
          submit={t("identity.signup.submit")}
          scope={{ key: randomUUID() }}
          wide
        >
          <RadioField
            name="kind"
            label={t("identity.signup.kind")}
            defaultValue="PERSON"
            options={[
              {
                value: "PERSON",
                label: t("identity.signup.person"),
                hint: t("identity.signup.personHint"),
              },
              {
                value: "COMPANY",
                label: t("identity.signup.company"),
                hint: t("identity.signup.companyHint"),
              },
            ]}
          />
          <div className="hidden [form:has([value=COMPANY]:checked)_&]:block">
            <TextField
              name="legalName"
              label={t("identity.signup.legalName")}
              hint={t("identity.signup.legalNameHint")}
              autoComplete="organization"
            />
          </div>
          <div className="grid items-start gap-5 sm:grid-cols-2 sm:gap-4">
            <TextField name="firstName" label={t("identity.signup.firstName")} autoComplete="given-name" />
            <TextField name="lastName" label={t("identity.signup.lastName")} autoComplete="family-name" />
          </div>
          <TextField
            name="email"
            label={t("common.email")}
            type="email"
            inputMode="email"
            autoComplete="username"
            autoCapitalize="off"
            spellCheck={false}
          />
          <PasswordField
            name="password"
            label={t("common.password")}
            hint={t("identity.signup.passwordHint")}
            autoComplete="new-password"
          />
          <SelectField
            name="country"
            label={t("identity.signup.country")}
            hint={t("identity.signup.countryHint")}
            options={countryOptions(locale)}
            defaultValue="CH"
            autoComplete="country"
          />
          <CheckboxField name="terms" label={termsLabel(t)} />
        </ActionForm>
        <p className="text-muted">
          {t("identity.signup.haveOne")} <a href={routes.login()}>{t("identity.signup.signIn")}</a>
        </p>
      </div>
    </PublicCard>
  );
}
