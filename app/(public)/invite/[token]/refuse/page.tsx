import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PublicCard } from "@/app/(public)/PublicCard";
import { ActionForm } from "@/components/manager/ActionForm";
import { formLabels } from "@/components/manager/labels";
import { ButtonLink } from "@/components/ui/Button";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";
import { refuseInvitationAction } from "../actions";
import { invitationOf } from "../invitationOf";

type Props = PageProps<"/invite/[token]/refuse">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ t }, { organization }] = await Promise.all([pageText(), invitationOf(params)]);
  return { title: t("invitations.refuseTitle", { organization: organization.name }) };
}

/** Refusing is for good, so it is asked again. Whoever holds the link may, with or without an account (USR-9). */
export default async function RefuseInvitationPage({ params }: Props) {
  const [{ t }, invitation] = await Promise.all([pageText(), invitationOf(params)]);
  const { token, organization, invitedBy, state, person } = invitation;
  // The invitation's own page says what became of it.
  if (state !== "pending") redirect(routes.invitation(token));
  const names = { organization: organization.name, inviter: invitedBy };
  return (
    <PublicCard title={t("invitations.refuseTitle", names)} description={t("invitations.refuseText", names)}>
      <ActionForm
        action={refuseInvitationAction}
        labels={formLabels(t)}
        scope={{ key: randomUUID(), user: person?.userId }}
        hidden={{ token }}
        submit={t("invitations.refuse")}
        tone="danger"
        aside={<ButtonLink href={routes.invitation(token)}>{t("common.cancel")}</ButtonLink>}
      />
    </PublicCard>
  );
}
