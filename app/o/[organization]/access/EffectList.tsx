import { isLadder } from "@/lib/access/families";
import type { PersonEffect } from "@/lib/domain/products/queries/previewAccess";
import { originsInWords, rightsInWords } from "@/lib/i18n/accessWords";
import type { Translate } from "@/lib/i18n/translator";

/** Exactly who gains and loses what, and what stays from elsewhere; as decided afterwards. */
export function EffectList({
  t,
  effects,
  count,
}: {
  t: Translate;
  effects: readonly PersonEffect[];
  count: number;
}) {
  if (count === 0) return <p>{t("access.confirm.nobody")}</p>;
  return (
    <section aria-label={t("access.confirm.effect")}>
      <ul className="effects">
        {effects.map((effect) => (
          <li key={effect.person.id + effect.target.id} data-gain={effect.isGain ? "" : undefined}>
            {sentence(t, effect)} <span className="text-muted">{rest(t, effect)}</span>
          </li>
        ))}
        {count > effects.length ? (
          <li>{t("access.confirm.more", { count: count - effects.length })}</li>
        ) : null}
      </ul>
    </section>
  );
}

function sentence(t: Translate, { person, target, before, after }: PersonEffect) {
  const words = (rights: number) => rightsInWords(t, target.type, rights);
  const at = { name: person.name, object: target.name };
  if (isLadder(target.type)) {
    if (before === 0) return t("access.effects.levelNew", { ...at, after: words(after) });
    if (after === 0) return t("access.effects.levelGone", { ...at, before: words(before) });
    return t("access.effects.level", { ...at, before: words(before), after: words(after) });
  }
  const [lost, gained] = [before & ~after, after & ~before];
  if (lost && gained)
    return t("access.effects.getsAndLoses", { ...at, rights: words(gained), lost: words(lost) });
  return lost
    ? t("access.effects.loses", { ...at, rights: words(lost) })
    : t("access.effects.gets", { ...at, rights: words(gained) });
}

/** What is left from elsewhere, and where from. */
function rest(t: Translate, { target, before, after, from }: PersonEffect) {
  if (isLadder(target.type))
    return before !== 0 && after !== 0 ? t("access.effects.now", { from: originsInWords(t, from) }) : null;
  const kept = before & after;
  if (!kept) return null;
  const keeping = from.filter((one) => (one.rights & kept) !== 0);
  return t("access.effects.keeps", {
    rights: rightsInWords(t, target.type, kept),
    from: originsInWords(t, keeping),
  });
}
