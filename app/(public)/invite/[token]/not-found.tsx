import { PublicCard } from "@/app/(public)/PublicCard";
import { ButtonLink } from "@/components/ui/Button";
import { pageText } from "@/lib/i18n/page";
import { PRODUCT_NAME } from "@/lib/kernel/product";
import { routes } from "@/lib/kernel/routes";

/** Unknown, replaced, taken back or mistyped: nobody can tell which from outside. */
export default async function UnknownInvitation() {
  const { t } = await pageText();
  return (
    <PublicCard title={t("invitations.unknown.title")} description={t("invitations.unknown.body")}>
      <title>{`${t("invitations.unknown.title")} · ${PRODUCT_NAME}`}</title>
      <ButtonLink href={routes.lastOrganization()} wide>
        {t("invitations.unknown.home")}
      </ButtonLink>
    </PublicCard>
  );
}
