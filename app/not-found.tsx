import { NotFoundText } from "@/components/manager/DeadEnd";
import { pageText } from "@/lib/i18n/page";

export default async function NotFound() {
  const { locale } = await pageText();
  return (
    <main>
      <NotFoundText locale={locale} />
    </main>
  );
}
