import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { termsLabel } from "@/app/termsLabel";
import { ActionForm } from "@/components/manager/ActionForm";
import { CheckboxField, RadioField, SelectField, TextField } from "@/components/manager/fields";
import { formLabels } from "@/components/manager/labels";
import { PageHeader } from "@/components/manager/PageHeader";
import { ButtonLink } from "@/components/ui/Button";
import { Card } from "@/components/ui/Card";
import { listOrganizations } from "@/lib/domain/organizations/queries/listOrganizations";
import { countryOptions } from "@/lib/i18n/format";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";
import { createOrganizationAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageText();
  return { title: `${t("organizations.new.title")} · ${t("account.title")}` };
}

export default async function NewOrganizationPage() {
  const [{ t, locale }, { person }] = await Promise.all([pageText(), ask(listOrganizations, null, {})]);
  return (
    <>
      <PageHeader
        title={t("organizations.new.title")}
        description={t("organizations.new.description")}
        breadcrumb={{
          label: t("shell.breadcrumb"),
          items: [
            { label: t("organizations.title"), href: routes.accountOrganizations() },
            { label: t("organizations.new.title") },
          ],
        }}
      />
      <div className="max-w-2xl">
        <Card>
          <ActionForm
            action={createOrganizationAction}
            labels={formLabels(t)}
            scope={{ key: randomUUID(), user: person.userId }}
            submit={t("organizations.new.submit")}
            aside={<ButtonLink href={routes.accountOrganizations()}>{t("common.cancel")}</ButtonLink>}
          >
            <RadioField
              name="kind"
              label={t("organizations.new.kind")}
              defaultValue="COMPANY"
              options={[
                {
                  value: "COMPANY",
                  label: t("organizations.new.company"),
                  hint: t("organizations.new.companyHint"),
                },
                {
                  value: "PERSON",
                  label: t("organizations.new.person"),
                  hint: t("organizations.new.personHint", { name: person.name }),
                },
              ]}
            />
            <div className="hidden [form:has([value=COMPANY]:checked)_&]:block">
              <TextField
                name="legalName"
                label={t("organizations.new.legalName")}
                hint={t("organizations.new.legalNameHint")}
                autoComplete="organization"
              />
            </div>
            <SelectField
              name="country"
              label={t("organizations.new.country")}
              hint={t("organizations.new.countryHint")}
              options={countryOptions(locale)}
              defaultValue="CH"
              autoComplete="country"
            />
            <CheckboxField name="terms" label={termsLabel(t)} />
          </ActionForm>
        </Card>
      </div>
    </>
  );
}
