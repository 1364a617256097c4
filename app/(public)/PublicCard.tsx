import type { ReactNode } from "react";
import { switchLanguageAction } from "@/app/preferenceActions";
import { AuthCard } from "@/components/manager/AuthCard";
import { pageText } from "@/lib/i18n/page";
import { PRODUCT_NAME } from "@/lib/kernel/product";
import { routes } from "@/lib/kernel/routes";

/** A page for people who are not signed in: one card, with the languages below. */
export async function PublicCard({
  title,
  description,
  children,
  wide,
}: {
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  /** For what is read rather than filled in. */
  wide?: boolean;
}) {
  const { t, locale } = await pageText();
  return (
    <AuthCard
      title={title}
      description={description}
      wide={wide}
      brand={{ name: PRODUCT_NAME, href: routes.login() }}
      languages={{
        label: t("identity.languages"),
        current: locale,
        action: switchLanguageAction,
      }}
    >
      {children}
    </AuthCard>
  );
}
