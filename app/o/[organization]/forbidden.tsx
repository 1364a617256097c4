import type { Metadata } from "next";
import { ForbiddenText } from "@/components/manager/DeadEnd";
import { pageText } from "@/lib/i18n/page";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageText();
  return { title: t("error.forbiddenTitle") };
}

/** Inside the shell: what the role does include stays within reach. */
export default function Forbidden() {
  return <ForbiddenText />;
}
