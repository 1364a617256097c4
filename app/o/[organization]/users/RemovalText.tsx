import type { Translate } from "@/lib/i18n/translator";

/** What somebody who is removed loses, and what stays (USR-12). */
export function RemovalText({
  t,
  values,
}: {
  t: Translate;
  values: { count: number; name: string; organization: string };
}) {
  return (
    <>
      <p>
        {t.rich("users.confirm.removeText", {
          ...values,
          b: (chunks) => <strong>{chunks}</strong>,
        })}
      </p>
      <ul>
        <li>{t("users.confirm.lostAccess", values)}</li>
        <li>{t("users.confirm.lostTeams")}</li>
        <li>{t("users.confirm.lostSessions", values)}</li>
      </ul>
      <p>{t("users.confirm.removeKept", values)}</p>
    </>
  );
}
