import type { Metadata } from "next";
import { NotFoundText } from "@/components/manager/DeadEnd";
import { pageText } from "@/lib/i18n/page";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageText();
  return { title: t("error.notFoundTitle") };
}

/** Inside the shell: the navigation stays. */
export default function NotFound() {
  return <NotFoundText />;
}
