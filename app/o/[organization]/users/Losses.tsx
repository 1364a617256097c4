import type { Loss, PersonLoss } from "@/lib/domain/teams/losses";
import type { Translate } from "@/lib/i18n/translator";
import { type EffectLine, EffectLines, PeopleLines, summaryInWords } from "../access/Effects";

/** Exactly who loses what, as every effect is shown. */
export function Losses({ t, people }: { t: Translate; people: readonly PersonLoss[] }) {
  if (people.length === 0) return <p>{t("users.losses.nothing")}</p>;
  const losers = people.filter(({ count }) => count > 0);
  const losses = losers.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="grid gap-3">
      <p className="font-medium">
        {losses === 0
          ? t("users.losses.nothing")
          : summaryInWords(t, { gainers: 0, gains: 0, losers: losers.length, losses })}
      </p>
      <PeopleLines t={t} people={people.map((person) => ({ ...person, lines: linesOf(person) }))} />
    </div>
  );
}

/** What the reader loses themselves by leaving. */
export function OwnLosses({ t, loss }: { t: Translate; loss: PersonLoss | null }) {
  if (!loss) return <p>{t("users.losses.nothing")}</p>;
  return (
    <>
      <p className="font-medium">{t("users.losses.youLose", { count: loss.count })}</p>
      <LossLines t={t} person={loss} />
    </>
  );
}

/** Everything that one person loses. */
export function LossLines({ t, person }: { t: Translate; person: PersonLoss }) {
  const { teams, count } = person;
  return (
    <EffectLines t={t} teams={teams} lines={linesOf(person)} count={count} label={t("access.effects.list")} />
  );
}

const linesOf = ({ losses }: PersonLoss): EffectLine[] =>
  losses.map((loss: Loss, index) => ({
    id: `${loss.name} ${index}`,
    what: loss.type === "PRODUCT" ? loss.name : `${loss.product} · ${loss.name}`,
    type: loss.type,
    before: loss.rights | loss.left,
    after: loss.left,
  }));
