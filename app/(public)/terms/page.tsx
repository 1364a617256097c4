import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Callout } from "@/components/ui/Callout";
import { pageText } from "@/lib/i18n/page";
import { env } from "@/lib/platform/env";
import { PublicCard } from "../PublicCard";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageText();
  return { title: t("terms.title") };
}

const PARTS = ["service", "account", "organization", "data", "law"] as const;

/** The terms of the provider who runs this console, wherever they stand; until there are any, those of the demo. */
export default async function TermsPage() {
  const { termsUrl } = env();
  if (termsUrl) redirect(termsUrl);
  const { t } = await pageText();
  return (
    <PublicCard title={t("terms.title")} wide>
      <div className="grid gap-6">
        <Callout tone="caution" title={t("terms.demoTitle")}>
          {t("terms.demoText")}
        </Callout>
        {PARTS.map((part) => (
          <section key={part} className="grid gap-1">
            <h2 className="text-lg font-semibold">{t(`terms.${part}.title`)}</h2>
            <p className="text-muted">{t(`terms.${part}.text`)}</p>
          </section>
        ))}
      </div>
    </PublicCard>
  );
}
