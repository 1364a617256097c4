import type { ShownEffect, ShownEffects } from "@/lib/domain/teams/queries/teamEffects";
import { rightsInWords } from "@/lib/i18n/accessWords";
import type { Translate } from "@/lib/i18n/translator";

const SHOWN_PEOPLE = 5;
const SHOWN_THINGS = 12;

type Shown = Pick<ShownEffects, "summary" | "people" | "unlisted">;

/** What a change does, in a sentence and person by person, before it is made; whoever loses stands first. */
export function EffectView({ t, effects }: { t: Translate; effects: Shown }) {
  const { people, unlisted } = effects;
  const rest = people.slice(SHOWN_PEOPLE);
  return (
    <section className="grid gap-3" aria-label={t("teams.effect.title")}>
      <p className="font-medium">{sentenceOf(t, effects)}</p>
      {people.length > 0 ? (
        <ul className="team-effects" aria-label={t("teams.effect.list")}>
          {people.slice(0, SHOWN_PEOPLE).map((person) => (
            <PersonLine key={person.id} t={t} person={person} />
          ))}
        </ul>
      ) : null}
      {rest.length > 0 ? (
        <details>
          <summary>{t("teams.effect.more", { count: rest.length + unlisted })}</summary>
          <ul className="team-effects mt-3 max-h-96 overflow-auto">
            {rest.map((person) => (
              <PersonLine key={person.id} t={t} person={person} />
            ))}
            {unlisted > 0 ? <li>{t("teams.effect.more", { count: unlisted })}</li> : null}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

function sentenceOf(t: Translate, { summary }: Shown): string {
  const { gainers, gains, losers, losses } = summary;
  if (gainers + losers === 0) return t("teams.effect.nothing");
  if (losers === 0) return t("teams.effect.gain", { people: gainers, count: gains });
  if (gainers === 0) return t("teams.effect.lose", { people: losers, count: losses });
  return t("teams.effect.both", summary);
}

function PersonLine({ t, person }: { t: Translate; person: Shown["people"][number] }) {
  const { name, role, losses, gains } = person;
  return (
    <li>
      <bdi className="font-medium">{name}</bdi>
      {role ? <span className="text-muted"> · {t(`common.roles.${role}`)}</span> : null}
      <Things t={t} verb={t("teams.effect.loses")} things={losses} />
      <Things t={t} verb={t("teams.effect.gains")} things={gains} isGain />
    </li>
  );
}

function Things({
  t,
  verb,
  things,
  isGain,
}: {
  t: Translate;
  verb: string;
  things: readonly ShownEffect[];
  isGain?: boolean;
}) {
  if (things.length === 0) return null;
  return (
    <ul className="effects">
      {things.slice(0, SHOWN_THINGS).map((thing) => (
        <li key={thing.id} data-gain={isGain ? "" : undefined}>
          {inWords(t, verb, thing)}
        </li>
      ))}
      {things.length > SHOWN_THINGS ? (
        <li data-gain={isGain ? "" : undefined}>
          {t("teams.effect.moreThings", { count: things.length - SHOWN_THINGS })}
        </li>
      ) : null}
    </ul>
  );
}

function inWords(t: Translate, verb: string, { type, name, inside, before, after }: ShownEffect): string {
  const what = inside === null ? name : t("teams.effect.inside", { name, inside });
  const words = (rights: number) => rightsInWords(t, type, rights);
  const rights =
    before === 0
      ? words(after)
      : after === 0
        ? words(before)
        : t("teams.effect.changes", { before: words(before), after: words(after) });
  return t("teams.effect.line", { verb, what, rights });
}
