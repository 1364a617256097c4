import type { Metadata } from "next";
import { ForbiddenText } from "@/components/manager/DeadEnd";
import { pageText } from "@/lib/i18n/page";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageText();
  return { title: t("error.forbiddenTitle") };
}

export default function Forbidden() {
  return (
    <main>
      <ForbiddenText />
    </main>
  );
}
