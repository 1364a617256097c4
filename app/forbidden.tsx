import { ForbiddenText } from "@/components/manager/DeadEnd";
import { pageText } from "@/lib/i18n/page";

export default async function Forbidden() {
  const { locale } = await pageText();
  return (
    <main>
      <ForbiddenText locale={locale} />
    </main>
  );
}
