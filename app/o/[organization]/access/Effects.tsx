import { type EffectSummary, partsOf } from "@/lib/access/effects";
import { isLadder, type ObjectType } from "@/lib/access/families";
import type { Contribution } from "@/lib/access/resolution";
import type { Role } from "@/lib/access/roles";
import {
  type Kept,
  linesEach,
  type ShownEffect,
  type ShownEffects,
} from "@/lib/domain/products/shownEffects";
import { originsInWords, rightsInWords } from "@/lib/i18n/accessWords";
import type { Translate } from "@/lib/i18n/translator";

/** Before and after on one thing, or for one person where the thing is known. */
export type EffectLine = {
  id: string;
  what: string;
  type: ObjectType;
  before: number;
  after: number;
  /** Where what they have afterwards comes from; told where something stays. */
  from?: readonly Contribution[];
};

/** What becomes of the billing right; `chosen`: only while its box in the same form is on, or off. */
type BillingLine = { change: "gain" | "loss"; chosen?: "on" | "off" };

/** Lines, and how many there are: they are cut where there are many, and left out for whoever does not see the products. */
type Lines = {
  lines: readonly EffectLine[];
  gains: number;
  losses: number;
  teams?: readonly string[];
  billing?: BillingLine | null;
};

/** One person with all that changes. */
export type PersonLines = Lines & { id: string; name: string; role?: Role | null };

/** What a change does, in a sentence and person by person, before it is made; then, quietly, whom it leaves as they are. */
export function Effects({ t, effects }: { t: Translate; effects: ShownEffects }) {
  const people = effects.people.map(({ gains, losses, ...person }) => ({
    ...person,
    lines: [...losses, ...gains].slice(0, linesEach(effects.people.length)).map(lineOf),
    gains: gains.length,
    losses: losses.length,
  }));
  return (
    <section className="grid gap-3" aria-label={t("access.effects.title")}>
      <p className="font-medium">{summaryInWords(t, effects.summary)}</p>
      <PeopleLines t={t} people={people} unlisted={effects.unlisted} />
      <KeptLines t={t} kept={effects.kept} more={effects.keepingMore} />
    </section>
  );
}

export const lineOf = ({ inside, name, ...effect }: ShownEffect): EffectLine => ({
  ...effect,
  what: inside === null ? name : `${inside} · ${name}`,
});

/** "3 people gain 12 accesses, 1 loses 2." */
export function summaryInWords(t: Translate, summary: EffectSummary): string {
  const { gainers, gains, losers, losses } = summary;
  if (gainers + losers === 0) return t("access.effects.nothing");
  if (losers === 0) return t("access.effects.gain", { people: gainers, count: gains });
  if (gainers === 0) return t("access.effects.lose", { people: losers, count: losses });
  return t("access.effects.both", summary);
}

/** Everybody with what they gain and lose, one block a person. */
export function PeopleLines({
  t,
  people,
  unlisted = 0,
}: {
  t: Translate;
  people: readonly PersonLines[];
  unlisted?: number;
}) {
  if (people.length === 0) return null;
  return (
    <ul className="effects" aria-label={t("access.effects.list")}>
      {people.map((person) => (
        <li key={person.id}>
          <bdi className="font-medium">{person.name}</bdi>
          {person.role ? <span className="text-muted"> · {t(`common.roles.${person.role}`)}</span> : null}
          <EffectLines t={t} {...person} />
        </li>
      ))}
      {unlisted > 0 ? (
        <li className="font-medium">{t("access.effects.morePeople", { count: unlisted })}</li>
      ) : null}
    </ul>
  );
}

/** What is gained with a plus, what is lost with a minus, and what stays of it. */
export function EffectLines({
  t,
  lines,
  gains,
  losses,
  teams = [],
  billing,
  label,
}: Lines & { t: Translate; label?: string }) {
  const more = gains + losses - lines.length;
  const isUnseen = lines.length === 0;
  return (
    <ul className="effect-lines" aria-label={label}>
      {teams.length > 0 ? (
        <li data-change="loss">
          {t("access.effects.teams", { count: teams.length, names: teams.join(", ") })}
        </li>
      ) : null}
      {billing ? (
        <li data-change={billing.change} data-for-billing={billing.chosen}>
          {t(`access.effects.billing.${billing.change}`)}
        </li>
      ) : null}
      {lines.flatMap((line) =>
        sentencesOf(t, line).map(([change, text]) => (
          <li key={`${line.id} ${change}`} data-change={change}>
            {text}
          </li>
        )),
      )}
      {more > 0 && !isUnseen ? (
        <li className="font-medium">{t("access.effects.more", { count: more })}</li>
      ) : null}
      {isUnseen && losses > 0 ? (
        <li data-change="loss">{t("access.effects.unseen", { count: losses })}</li>
      ) : null}
      {isUnseen && gains > 0 ? (
        <li data-change="gain">{t("access.effects.unseen", { count: gains })}</li>
      ) : null}
    </ul>
  );
}

function sentencesOf(
  t: Translate,
  { what, type, from = [], ...effect }: EffectLine,
): ["gain" | "loss", string][] {
  const { gained, lost, kept: stays } = partsOf(type, effect);
  const say = (rights: number) => rightsInWords(t, type, rights);
  const kept = say(stays);
  const keeping = from.filter(({ rights }) => (rights & stays) !== 0);
  const values = (rights: number) => ({ what, rights: say(rights), kept, from: originsInWords(t, keeping) });
  const sentences: ["gain" | "loss", string][] = [];
  if (lost) {
    const key = stays === 0 ? "loses" : keeping.length === 0 ? "losesKeeping" : "losesKeepingFrom";
    sentences.push(["loss", t(`access.effects.${key}`, values(lost))]);
  }
  if (gained) {
    // What stays is said once, with what is lost.
    const isPlain = stays === 0 || lost !== 0;
    const step = from.length > 0 ? "gainsInsteadFrom" : "gainsInstead";
    const key = isPlain ? "gains" : isLadder(type) ? step : "gainsKeeping";
    sentences.push(["gain", t(`access.effects.${key}`, values(gained))]);
  }
  return sentences;
}

/** Who has what they had all the same, and why (TEAM-4). */
function KeptLines({ t, kept, more }: { t: Translate; kept: readonly Kept[]; more: number }) {
  if (kept.length === 0) return null;
  return (
    <ul className="effects-kept" aria-label={t("access.effects.kept")}>
      {kept.map(({ id, name, reason, type, rights, from, on, more }) => {
        const names = on.join(", ");
        return (
          <li key={`${id} ${reason} ${type} ${names}`}>
            {t(`access.effects.stays.${reason}`, {
              name,
              rights: rightsInWords(t, type, rights),
              from: originsInWords(t, from),
              on: more > 0 ? t("access.effects.andMore", { names, count: more }) : names,
            })}
          </li>
        );
      })}
      {more > 0 ? <li>{t("access.effects.keepingMore", { count: more })}</li> : null}
    </ul>
  );
}
