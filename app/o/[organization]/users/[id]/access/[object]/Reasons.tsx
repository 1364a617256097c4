import { Icon } from "@/components/ui/Icon";
import type { Explained, Reason } from "@/lib/domain/products/queries/explain";
import { rightsInWords } from "@/lib/i18n/accessWords";
import { dayText } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";
import { nameIn } from "../../../../access/words";

type Text = { t: Translate; locale: Locale; slug: string; view: Explained };

/** Every reason there is: those that count first, then those without effect. */
export function Reasons(text: Text) {
  const { t, view } = text;
  const counting = view.reasons.filter((one) => one.wins);
  const idle = view.reasons.filter((one) => !one.wins);
  return (
    <>
      {counting.length > 0 ? (
        <section aria-labelledby="winners">
          <h2 id="winners">
            {t(counting.length === 1 ? "access.explain.winner" : "access.explain.winners")}
          </h2>
          <ul className="reasons">
            {counting.map((reason) => (
              <ReasonLine key={keyOf(reason)} {...text} reason={reason} />
            ))}
          </ul>
        </section>
      ) : null}
      {idle.length > 0 ? (
        <section aria-labelledby="losers">
          <h2 id="losers">{t("access.explain.losers")}</h2>
          <ul className="reasons">
            {idle.map((reason) => (
              <ReasonLine key={keyOf(reason)} {...text} reason={reason} />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

const keyOf = ({ source, by }: Reason): string => `${source.via}-${"id" in source ? source.id : ""}-${by}`;

function ReasonLine({ t, locale, slug, view, reason }: Text & { reason: Reason }) {
  const { source, rights, wins, grant } = reason;
  const { member, object } = view;
  const given = grant
    ? t("access.explain.givenBy", {
        by: grant.grantedByName,
        date: dayText(grant.grantedAt, locale, view.timeZone),
      })
    : null;
  return (
    <li data-counts={wins ? "" : undefined}>
      {wins ? <Icon name="done" /> : <Icon name="outweighed" />}
      <div>
        <h3>{heading(t, reason, member.name)}</h3>
        <p>{rightsInWords(t, object.type, rights)}</p>
        <p className="text-muted">{[origin(t, locale, view, reason), given].filter(Boolean).join(" ")}</p>
      </div>
      {source.via === "individual" ? (
        <a href={routes.userAccess(slug, member.id, { show: "given" })}>{t("access.explain.manage")}</a>
      ) : source.via === "team" ? (
        <a href={routes.team(slug, source.id)}>{t("access.explain.toTeam")}</a>
      ) : null}
    </li>
  );
}

function heading(t: Translate, { source }: Reason, name: string): string {
  switch (source.via) {
    case "role":
      return t("access.explain.from.role", { role: t(`common.roles.${source.role}`) });
    case "team":
      return t("access.explain.from.team", { team: source.name });
    case "individual":
      return t("access.explain.from.individual", { name });
    default:
      return t("access.explain.from.organization");
  }
}

/** On what it was given, in a sentence. */
function origin(
  t: Translate,
  locale: Locale,
  { object, product }: Explained,
  { source, by }: Reason,
): string {
  if (source.via === "role") return t("access.explain.roleBody");
  if (source.via === "organization") return t("access.explain.organizationBody");
  if (by === "suite") return t("access.explain.bySuite", { suite: product.suite?.name ?? "" });
  if (by === "kind") return t("access.explain.byKind", { kind: nameIn(product.givenKind, locale) });
  return t("access.explain.byItself", { object: object.name });
}
