import type { Metadata } from "next";
import type { ReactNode } from "react";
import { PublicCard } from "@/app/(public)/PublicCard";
import { ButtonLink } from "@/components/ui/Button";
import { DescriptionList } from "@/components/ui/DescriptionList";
import { dayText } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { pageText } from "@/lib/i18n/page";
import { promisedInWords } from "@/lib/i18n/promises";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";
import { Answer } from "./Answer";
import { type Invitation, invitationOf } from "./invitationOf";
import { NewcomerForm } from "./NewcomerForm";
import { OtherAccount } from "./OtherAccount";

type Props = PageProps<"/invite/[token]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ t }, { organization }] = await Promise.all([pageText(), invitationOf(params)]);
  return { title: t("invitations.title", { organization: organization.name }) };
}

/** Who asks what, in plain words, and the answers that this reader can give (USR-8, USR-9). */
export default async function InvitationPage({ params }: Props) {
  const [{ t, locale }, invitation] = await Promise.all([pageText(), invitationOf(params)]);
  const { state, organization, invitedBy, email } = invitation;
  const names = { organization: organization.name, inviter: invitedBy, invited: email };
  switch (state) {
    case "pending":
      return <Pending t={t} locale={locale} invitation={invitation} />;
    case "accepted":
      return (
        <Over title={t("invitations.accepted.title")} body={t("invitations.accepted.body", names)}>
          {invitation.isMember ? (
            <ButtonLink href={routes.overview(organization.slug)} variant="primary" wide>
              {t("invitations.accepted.open", names)}
            </ButtonLink>
          ) : (
            <Onward t={t} isSignedIn={invitation.person !== null} />
          )}
        </Over>
      );
    case "expired":
      return (
        <Over title={t("invitations.expired.title")} body={t("invitations.expired.body", names)}>
          <Onward t={t} isSignedIn={invitation.person !== null} />
        </Over>
      );
    default:
      return (
        <Over title={t("invitations.refused.title")} body={t("invitations.refused.body", names)}>
          <Onward t={t} isSignedIn={invitation.person !== null} />
        </Over>
      );
  }
}

const Over = ({ title, body, children }: { title: string; body: string; children?: ReactNode }) => (
  <PublicCard title={title} description={body}>
    {children}
  </PublicCard>
);

/** Where somebody goes on from an invitation that leads nowhere any more. */
const Onward = ({ t, isSignedIn }: { t: Translate; isSignedIn: boolean }) => (
  <ButtonLink href={isSignedIn ? routes.lastOrganization() : routes.login()} wide>
    {t(isSignedIn ? "invitations.unknown.home" : "invitations.accepted.signIn")}
  </ButtonLink>
);

function Pending({ t, locale, invitation }: { t: Translate; locale: Locale; invitation: Invitation }) {
  const { organization, invitedBy, email, role, billing, person, isMember } = invitation;
  const name = organization.name;
  const gets = promisedInWords(t, locale, invitation.promised);
  const strong = (chunks: ReactNode) => <strong className="font-semibold text-ink">{chunks}</strong>;
  const isOther = person !== null && person.email !== email;
  return (
    <PublicCard
      title={t("invitations.title", { organization: name })}
      description={t.rich("invitations.asks", { inviter: invitedBy, organization: name, strong })}
    >
      <div className="grid gap-6 sm:[&_.description-list]:grid-cols-[7.5rem_1fr]">
        <DescriptionList
          items={[
            { term: t("invitations.for"), value: <span className="[overflow-wrap:anywhere]">{email}</span> },
            {
              term: t("invitations.role"),
              value: (
                <>
                  <span className="font-medium">{t(`common.roles.${role}`)}</span>
                  <p className="text-sm text-muted">{t(`users.role.hints.${role}`)}</p>
                </>
              ),
            },
            {
              term: t("invitations.billing"),
              value: t(billing ? "invitations.billingYes" : "invitations.billingNo"),
            },
            ...(gets === "" ? [] : [{ term: t("invitations.gets"), value: gets }]),
            {
              term: t("invitations.until"),
              value: dayText(invitation.expiresAt, locale, invitation.timeZone),
            },
          ]}
        />
        {isOther ? (
          <OtherAccount t={t} invitation={invitation} />
        ) : person || invitation.hasAccount ? (
          <Answer t={t} invitation={invitation} />
        ) : (
          <NewcomerForm t={t} locale={locale} invitation={invitation} />
        )}
        {isMember && !isOther ? null : (
          <p className="border-t border-line pt-5 text-center">
            <a href={routes.refuseInvitation(invitation.token)}>{t("invitations.refuseLink")}</a>
          </p>
        )}
      </div>
    </PublicCard>
  );
}
