import { ActionForm } from "@/components/manager/ActionForm";
import { DescriptionList } from "@/components/ui/DescriptionList";
import { draftEffect } from "@/lib/domain/teams/queries/draftEffect";
import { dayText } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";
import { EffectLines, lineOf } from "../../../access/Effects";
import { inviteUsersAction } from "./actions";
import { choicesOf } from "./choices";
import { stepForm } from "./stepForm";
import type { DraftView } from "./steps";

const SHOWN = 10;

/** A last look: the exact addresses, and what each of them will get. */
export async function ReviewStep({
  text: { t, locale },
  view,
}: {
  text: { t: Translate; locale: Locale };
  view: DraftView;
}) {
  const { invitable, answers, organization, draft, expiresAt, timeZone } = view;
  const { gains, lines } = await ask(draftEffect, organization.slug, { draft: draft ?? "" });
  const count = invitable.length;
  const leftOut = answers.rows.length - count;
  const to = (step: string) => routes.addUser(organization.slug, step, draft ?? undefined);
  return (
    <ActionForm
      action={inviteUsersAction}
      {...stepForm(t, "review", view)}
      submit={t("users.wizard.submit", { count })}
    >
      <section className="grid gap-2" aria-labelledby="review-to">
        <Head id="review-to" title={t("users.wizard.to", { count })} href={to("addresses")} t={t} />
        <Addresses t={t} addresses={invitable} />
        {leftOut > 0 ? (
          <p className="text-sm text-muted">
            <a href={to("preview")}>{t("users.wizard.leftOut", { count: leftOut })}</a>
          </p>
        ) : null}
      </section>
      <section className="grid gap-3 border-t border-line pt-5" aria-labelledby="review-gets">
        <Head id="review-gets" title={t("users.wizard.gets", { count })} href={to("place")} t={t} />
        <DescriptionList
          items={[
            ...choicesOf(t, locale, view),
            {
              term: t("users.wizard.validUntil"),
              value: t("users.wizard.validText", { date: dayText(expiresAt, locale, timeZone) }),
            },
          ]}
        />
        {gains > 0 ? (
          <div className="grid gap-1 border-t border-line pt-4">
            <p>{t("users.wizard.effect", { count: gains })}</p>
            <EffectLines t={t} lines={lines.map(lineOf)} gains={gains} losses={0} />
          </div>
        ) : null}
      </section>
    </ActionForm>
  );
}

function Head({ t, id, title, href }: { t: Translate; id: string; title: string; href: string }) {
  return (
    <div className="flex items-baseline justify-between gap-4">
      <h3 id={id} className="font-semibold">
        {title}
      </h3>
      <a href={href} aria-describedby={id}>
        {t("users.wizard.change")}
      </a>
    </div>
  );
}

function Addresses({ t, addresses }: { t: Translate; addresses: string[] }) {
  const list = (
    <ul className="columns-1 gap-8 [overflow-wrap:anywhere] sm:columns-2">
      {addresses.map((address) => (
        <li key={address}>{address}</li>
      ))}
    </ul>
  );
  if (addresses.length <= SHOWN) return list;
  return (
    <details>
      <summary>{t("users.wizard.showAll", { count: addresses.length })}</summary>
      <div className="mt-2 max-h-80 overflow-auto">{list}</div>
    </details>
  );
}
