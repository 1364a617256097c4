import { DataTable } from "@/components/manager/DataTable";
import { ButtonLink } from "@/components/ui/Button";
import { Card } from "@/components/ui/Card";
import { Icon } from "@/components/ui/Icon";
import { dayText } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";
import { addressTable } from "./addressTable";
import type { DraftView } from "./steps";

/** What happens next and by when, and what became of each address. */
export function DoneStep({
  text: { t, locale },
  view,
  search,
}: {
  text: { t: Translate; locale: Locale };
  view: DraftView;
  search: Record<string, string | string[] | undefined>;
}) {
  const { answers, organization, draft, expiresAt, timeZone } = view;
  const { slug } = organization;
  const count = answers.sent?.length ?? 0;
  const next = [
    { icon: <Icon name="mailRead" />, text: t("users.wizard.doneMail", { count }) },
    {
      icon: <Icon name="waiting" />,
      text: t("users.wizard.doneAnswer", { count, date: dayText(expiresAt, locale, timeZone) }),
    },
    { icon: <Icon name="done" />, text: t("users.wizard.doneTold") },
  ];
  return (
    <div className="grid max-w-3xl grid-cols-1 gap-6">
      <Card title={t("users.wizard.doneTitle", { count })}>
        {count > 0 ? (
          <ul className="checklist mb-5" aria-label={t("users.wizard.doneNext")}>
            {next.map((line) => (
              <li key={line.text}>
                {line.icon}
                <p>{line.text}</p>
              </li>
            ))}
          </ul>
        ) : null}
        <div className="actions">
          <ButtonLink href={routes.users(slug, { show: "invitations" })} variant="primary">
            {t("users.wizard.toUsers")}
          </ButtonLink>
          <ButtonLink href={routes.addUser(slug, "addresses")}>{t("users.addMore")}</ButtonLink>
        </div>
      </Card>
      <DataTable
        {...addressTable(t, answers.rows, {
          search,
          path: routes.addUser(slug, "done"),
          draft: draft ?? "",
          caption: t("users.wizard.doneCaption"),
          fine: t("users.wizard.sent"),
          filter: false,
        })}
      />
    </div>
  );
}
