import { PageHeader } from "@/components/manager/PageHeader";
import { Badge } from "@/components/ui/Badge";
import { BlockedButton, ButtonLink } from "@/components/ui/Button";
import { Callout } from "@/components/ui/Callout";
import { Card } from "@/components/ui/Card";
import { DescriptionList } from "@/components/ui/DescriptionList";
import { hasBillingRight } from "@/lib/access/roles";
import type { ShownUser } from "@/lib/domain/organizations/queries/showUser";
import { dayText } from "@/lib/i18n/format";
import { isLocale, LOCALE_NAMES } from "@/lib/i18n/locales";
import { pageText } from "@/lib/i18n/page";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";
import { sentence } from "@/lib/pipeline/failureState";
import { AccessCard } from "./AccessCard";
import { PreferencesForm } from "./PreferencesForm";
import { WorkTeams } from "./WorkTeams";

/** The page of one user, as it also stands behind the question whether to remove them. */
export async function UserView({ view }: { view: ShownUser }) {
  const { t, locale } = await pageText();
  const { member, organization, isSelf } = view;
  const { slug } = organization;
  return (
    <>
      <PageHeader
        breadcrumb={{
          label: t("shell.breadcrumb"),
          items: [{ label: t("users.title"), href: routes.users(slug) }, { label: member.name }],
        }}
        title={member.name}
        badge={
          <span className="flex gap-2">
            <Badge>{t(`common.roles.${member.role}`)}</Badge>
            {isSelf ? <Badge tone="info">{t("users.person.you")}</Badge> : null}
          </span>
        }
        description={member.email}
        action={<Acts t={t} view={view} />}
      />
      <div className="grid max-w-3xl gap-6">
        {view.isOnlyLegalRepresentative && view.mayNameSecond ? (
          <Callout tone="caution">{t("users.person.onlyLegal", { name: member.name })}</Callout>
        ) : null}
        <Card id="contact" title={t("users.person.contact")}>
          <DescriptionList
            items={[
              {
                term: t("users.person.email"),
                value: <a href={`mailto:${encodeURIComponent(member.email)}`}>{member.email}</a>,
              },
              {
                term: t("users.person.language"),
                value: isLocale(member.locale) ? LOCALE_NAMES[member.locale] : member.locale,
              },
              {
                term: t("users.person.since"),
                value: dayText(member.joinedAt, locale, view.timeZone),
              },
            ]}
          />
        </Card>
        <Card id="rights" title={t("users.person.rights")}>
          <Rights t={t} view={view} />
        </Card>
        {view.maySeeAccess ? <AccessCard t={t} slug={slug} id={member.id} /> : null}
        {view.seesTeams ? <WorkTeams slug={slug} id={member.id} /> : null}
        <Card
          id="preferences"
          title={t("users.person.preferences")}
          description={
            isSelf
              ? t("users.person.preferencesSelf")
              : t("users.person.preferencesHint", { name: member.name })
          }
        >
          <PreferencesForm t={t} view={view} />
        </Card>
      </div>
    </>
  );
}

/** What can be done; what cannot be done now stays visible, and below the buttons stands why. */
function Acts({ t, view }: { t: Translate; view: ShownUser }) {
  const { member, organization, isManaged, removal } = view;
  const { slug } = organization;
  const blocked = removal?.[0];
  // The role of the only legal representative cannot change: it can be passed on.
  const isPassedOn = view.isOnlyLegalRepresentative && view.mayReplace;
  const replace = view.mayReplace ? (
    <ButtonLink
      href={routes.replaceLegalRepresentative(slug, member.id)}
      variant={isPassedOn ? "primary" : "secondary"}
    >
      {t("users.person.replace")}
    </ButtonLink>
  ) : null;
  const changeRole = isManaged ? (
    <ButtonLink href={routes.changeRole(slug, member.id)} variant={isPassedOn ? "secondary" : "primary"}>
      {t("users.role.title")}
    </ButtonLink>
  ) : null;
  return (
    <div className="grid gap-2 max-sm:w-full sm:justify-items-end">
      <div className="actions">
        {removal === null ? null : blocked ? (
          <BlockedButton id="remove">{t("users.person.remove")}</BlockedButton>
        ) : (
          <ButtonLink href={routes.removeUser(slug, member.id)}>{t("users.person.remove")}</ButtonLink>
        )}
        {isPassedOn ? changeRole : replace}
        {isPassedOn ? replace : changeRole}
      </div>
      {blocked ? (
        <small id="remove-reason" className="max-w-[56ch] text-sm text-muted sm:text-right">
          {t("users.person.removeNot", { reason: sentence(t, "refusals", blocked) })}
        </small>
      ) : null}
    </div>
  );
}

function Rights({ t, view: { member, hasAllRights } }: { t: Translate; view: ShownUser }) {
  const billing = hasAllRights
    ? t("users.person.billingAlways")
    : t(
        hasBillingRight(member.role, member.billingRight)
          ? "users.person.billingYes"
          : "users.person.billingNo",
      );
  return (
    <DescriptionList
      items={[
        {
          term: t("users.person.role"),
          value: (
            <>
              {t(`common.roles.${member.role}`)}
              <p className="text-sm text-muted">{t(`users.role.hints.${member.role}`)}</p>
            </>
          ),
        },
        {
          term: t("users.person.products"),
          value: t(hasAllRights ? "users.person.allProducts" : "users.person.givenProducts"),
        },
        { term: t("users.person.billing"), value: billing },
        {
          term: t("users.person.manages"),
          value: t(hasAllRights ? "users.person.managesAll" : "users.person.managesNothing"),
        },
      ]}
    />
  );
}
