import type { Metadata } from "next";
import { PublicCard } from "@/app/(public)/PublicCard";
import { ButtonLink } from "@/components/ui/Button";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageText();
  return { title: t("invitations.unknown.title") };
}

/** Unknown, replaced, taken back or mistyped: nobody can tell which from outside. */
export default async function UnknownInvitation() {
  const { t } = await pageText();
  return (
    <PublicCard title={t("invitations.unknown.title")} description={t("invitations.unknown.body")}>
      <ButtonLink href={routes.lastOrganization()} wide>
        {t("invitations.unknown.home")}
      </ButtonLink>
    </PublicCard>
  );
}
