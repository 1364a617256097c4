import type { Outcome } from "@/lib/domain/teams/outcomes";
import type { Translate } from "@/lib/i18n/translator";
import { Losses } from "./Losses";

/** What somebody who is removed loses, thing by thing, and what stays (USR-12). */
export function RemovalText({
  t,
  values,
  outcome,
}: {
  t: Translate;
  values: { count: number; name: string; organization: string };
  outcome: Outcome | undefined;
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
      <section className="grid gap-2 border-t border-line pt-3" aria-labelledby="losses">
        <h3 id="losses" className="font-semibold">
          {t("users.losses.title")}
        </h3>
        {outcome ? <Losses t={t} outcome={outcome} /> : null}
      </section>
      <p>{t("users.confirm.removeKept", values)}</p>
    </>
  );
}
