import { NotFoundText } from "@/components/manager/DeadEnd";
import { pageText } from "@/lib/i18n/page";

/** Inside the shell: the navigation stays. */
export default async function NotFound() {
  const { locale } = await pageText();
  return <NotFoundText locale={locale} />;
}
