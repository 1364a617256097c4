import type { Metadata } from "next";
import { NotFoundText } from "@/components/manager/DeadEnd";
import { pageText } from "@/lib/i18n/page";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageText();
  return { title: t("error.notFoundTitle") };
}

/** An organization that is not, or no longer, the reader's: whoever comes here is signed in, and has no frame. */
export default function NotFound() {
  return (
    <main>
      <NotFoundText />
    </main>
  );
}
