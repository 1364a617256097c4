import type { Loss, PersonLoss } from "@/lib/domain/teams/losses";
import { rightsInWords } from "@/lib/i18n/accessWords";
import type { Translate } from "@/lib/i18n/translator";

const SHOWN = 8;

/** Exactly who loses what: one list a person, the rest of a long one to be opened. */
export function Losses({ t, people }: { t: Translate; people: readonly PersonLoss[] }) {
  if (people.length === 0) return <p>{t("users.losses.nothing")}</p>;
  return (
    <div className="grid gap-3">
      {people.map((person) => (
        <PersonLosses key={person.id} t={t} person={person} />
      ))}
    </div>
  );
}

function PersonLosses({ t, person }: { t: Translate; person: PersonLoss }) {
  const { id, name, count } = person;
  return (
    <div>
      <p id={`loses-${id}`}>
        {t.rich("users.losses.loses", { name, count, b: (chunks) => <strong>{chunks}</strong> })}
      </p>
      <LossList t={t} person={person} labelledBy={`loses-${id}`} />
    </div>
  );
}

/** What the reader loses themselves by leaving. */
export function OwnLosses({ t, loss }: { t: Translate; loss: PersonLoss | null }) {
  if (!loss) return <p>{t("users.losses.nothing")}</p>;
  return (
    <div>
      <p id="loses">{t("users.losses.youLose", { count: loss.count })}</p>
      <LossList t={t} person={loss} labelledBy="loses" />
    </div>
  );
}

/** Everything that one person loses. */
export function LossList({
  t,
  person: { count, losses, teams },
  labelledBy,
}: {
  t: Translate;
  person: PersonLoss;
  labelledBy?: string;
}) {
  const rest = losses.slice(SHOWN);
  const uncounted = count - losses.length;
  return (
    <>
      <ul aria-labelledby={labelledBy} className="[overflow-wrap:anywhere]">
        {teams.length > 0 ? (
          <li>{t("users.losses.teams", { count: teams.length, names: teams.join(", ") })}</li>
        ) : null}
        {losses.slice(0, SHOWN).map((loss, index) => (
          <LossLine key={keyOf(loss, index)} t={t} loss={loss} />
        ))}
        {rest.length === 0 && uncounted > 0 && losses.length > 0 ? (
          <li>{t("users.confirm.more", { count: uncounted })}</li>
        ) : null}
      </ul>
      {rest.length > 0 ? (
        <details>
          <summary>{t("users.confirm.more", { count: count - SHOWN })}</summary>
          <ul className="max-h-80 overflow-auto [overflow-wrap:anywhere]">
            {rest.map((loss, index) => (
              <LossLine key={keyOf(loss, index)} t={t} loss={loss} />
            ))}
            {uncounted > 0 ? <li>{t("users.confirm.more", { count: uncounted })}</li> : null}
          </ul>
        </details>
      ) : null}
    </>
  );
}

const keyOf = ({ type, name }: Loss, index: number) => `${type}-${name}-${index}`;

/** What it is, what goes, and what stays of it. */
function LossLine({ t, loss: { type, name, product, rights, left } }: { t: Translate; loss: Loss }) {
  const what = { type: t(`access.types.${type}`), name, product };
  const goes =
    left === 0
      ? rightsInWords(t, type, rights)
      : t("users.losses.lowered", {
          before: rightsInWords(t, type, rights | left),
          after: rightsInWords(t, type, left),
        });
  const called = type === "PRODUCT" ? name : t("users.losses.inside", what);
  return <li>{t("access.list.line", { name: called, rights: goes })}</li>;
}
