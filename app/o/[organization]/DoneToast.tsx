import { randomUUID } from "node:crypto";
import { Toast } from "@/components/ui/Toast";
import { pageText } from "@/lib/i18n/page";
import type { Notice } from "@/lib/kernel/notices";
import { currentNotice } from "@/lib/platform/requestContext";

/** Says what was just done, where an action led here to say it (see `routes.after`). */
export function DoneToast() {
  const notice = currentNotice();
  return notice ? <Said notice={notice} /> : null;
}

async function Said({ notice }: { notice: Notice }) {
  const { t } = await pageText();
  const groups = ["users", "access", "teams"];
  const key = groups.map((group) => `${group}.done.${notice.word}`).find((one) => t.has(one));
  if (!key || !t.has(key)) return null;
  // A key of its own each time: the same act done twice says so twice.
  return (
    <Toast
      key={randomUUID()}
      message={t(key, { count: notice.count, also: notice.also ?? 0 })}
      close={t("common.close")}
    />
  );
}
