import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { ActionForm } from "@/components/manager/ActionForm";
import { TextField } from "@/components/manager/fields";
import { formLabels } from "@/components/manager/labels";
import { PageHeader } from "@/components/manager/PageHeader";
import { Card } from "@/components/ui/Card";
import { DescriptionList } from "@/components/ui/DescriptionList";
import { Icon } from "@/components/ui/Icon";
import type { IconName } from "@/components/ui/icons";
import { profile } from "@/lib/domain/identity/queries/profile";
import { dayText } from "@/lib/i18n/format";
import { isLocale, LOCALE_NAMES } from "@/lib/i18n/locales";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";
import { changeProfileAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageText();
  return { title: `${t("account.profile.title")} · ${t("account.title")}` };
}

export default async function ProfilePage() {
  const [{ t, locale }, me] = await Promise.all([pageText(), ask(profile, null, {})]);
  const further: { href: string; icon: IconName; title: string; hint: string }[] = [
    {
      href: routes.accountOrganizations(),
      icon: "organizations",
      title: t("account.cards.organizations"),
      hint: t("account.cards.organizationsHint", { count: me.organizations }),
    },
    {
      href: routes.appearance(),
      icon: "appearance",
      title: t("account.cards.appearance"),
      hint: t(`account.appearance.${me.appearance}`),
    },
    {
      href: routes.language(),
      icon: "language",
      title: t("account.cards.language"),
      hint: isLocale(me.locale) ? LOCALE_NAMES[me.locale] : me.locale,
    },
  ];
  return (
    <>
      <PageHeader title={t("account.profile.title")} description={t("account.profile.description")} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
        <div className="grid gap-6">
          <Card id="name" title={t("account.profile.name")} description={t("account.profile.nameHint")}>
            <ActionForm
              action={changeProfileAction}
              labels={formLabels(t)}
              scope={{ key: randomUUID(), user: me.userId }}
              submit={t("common.saveChanges")}
              initial={{ firstName: me.firstName, lastName: me.lastName }}
            >
              <div className="grid items-start gap-5 sm:grid-cols-2 sm:gap-4">
                <TextField
                  name="firstName"
                  label={t("account.profile.firstName")}
                  autoComplete="given-name"
                />
                <TextField name="lastName" label={t("account.profile.lastName")} autoComplete="family-name" />
              </div>
            </ActionForm>
          </Card>
          <Card
            id="sign-in"
            title={t("account.profile.signIn")}
            description={t("account.profile.addressHint")}
          >
            <DescriptionList
              items={[
                { term: t("account.profile.address"), value: me.email },
                {
                  term: t("account.profile.since"),
                  value: dayText(new Date(me.since), locale, me.timeZone),
                },
              ]}
            />
          </Card>
        </div>
        <nav aria-label={t("account.more")} className="grid gap-3">
          {further.map(({ href, icon, title, hint }) => (
            <a
              key={href}
              href={href}
              className="card grid grid-cols-[20px_1fr_16px] items-center gap-x-4 px-5 py-4 text-ink no-underline hover:bg-hover [&_svg]:size-4 [&_svg]:text-muted"
            >
              <Icon name={icon} />
              <span>
                <b className="block font-medium">{title}</b>
                <small className="text-sm text-muted">{hint}</small>
              </span>
              <Icon name="next" />
            </a>
          ))}
        </nav>
      </div>
    </>
  );
}
