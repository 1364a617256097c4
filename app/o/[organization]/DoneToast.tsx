import { randomUUID } from "node:crypto";
import { currentNotice } from "@/app/notice";
import { Toast } from "@/components/ui/Toast";
import { pageText } from "@/lib/i18n/page";

/** Says what was just done, where an action led here to say it (see `routes.after`). */
export async function DoneToast() {
  const [notice, { t }] = await Promise.all([currentNotice(), pageText()]);
  const groups = ["users", "access", "teams"];
  const key = groups.map((group) => `${group}.done.${notice?.word}`).find((one) => t.has(one));
  if (!notice || !key || !t.has(key)) return null;
  // A key of its own each time: the same act done twice says so twice.
  return <Toast key={randomUUID()} message={t(key, { count: notice.count })} close={t("common.close")} />;
}
