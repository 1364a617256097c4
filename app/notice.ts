import { cookies, headers } from "next/headers";
import { NOTICE_COOKIE, type Notice, readNotice } from "@/lib/kernel/notices";

/** What the action that led to this page has to say here; null on every other visit. */
export async function currentNotice(): Promise<Notice | null> {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  return readNotice(jar.get(NOTICE_COOKIE)?.value, head.get("x-kontor-path") ?? "");
}
