import { randomUUID } from "node:crypto";
import { Toast } from "@/components/ui/Toast";
import { pageText } from "@/lib/i18n/page";
import { DONE } from "@/lib/kernel/routes";

/** Says what was just done where the address asks for it (`?done=removed-3`, see `routes.after`). */
export async function DoneToast({ done }: { done: string | string[] | undefined }) {
  const [word, count = "1"] = [done].flat()[0]?.split("-") ?? [];
  const known = DONE.find((one) => one === word);
  if (!known || !/^\d{1,4}$/.test(count)) return null;
  const { t } = await pageText();
  // A key of its own each time: the same act done twice says so twice.
  return (
    <Toast
      key={randomUUID()}
      param="done"
      message={t(`users.done.${known}`, { count: Number(count) })}
      close={t("common.close")}
    />
  );
}
