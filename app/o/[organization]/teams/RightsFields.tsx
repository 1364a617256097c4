import { Field, FieldGroup } from "@/components/ui/Field";
import { Checkbox, Select } from "@/components/ui/Input";
import { isLadder } from "@/lib/access/families";
import { BETWEEN } from "@/lib/domain/teams/inputs";
import type { ToSetView } from "@/lib/domain/teams/queries/showToSet";
import type { Locale } from "@/lib/i18n/locales";
import type { Translate } from "@/lib/i18n/translator";
import { nameOf } from "./words";

type Text = { t: Translate; locale: Locale };
type Settable = ToSetView["objects"][number];

/** What can be given on each of these objects: rights to tick, or one level. `name` is the field's in the form. */
export function RightsFields({
  text,
  objects,
  name,
}: {
  text: Text;
  objects: readonly Settable[];
  name: string;
}) {
  const alike = objects.filter(({ type }) => !isLadder(type) && type === objects[0]?.type);
  const isForAll = alike.length > 1 && alike.length === objects.length;
  const each = objects.map((object) =>
    isLadder(object.type) ? (
      <Level key={object.on} text={text} object={object} name={name} />
    ) : (
      <Rights key={object.on} text={text} object={object} name={name} />
    ),
  );
  if (!isForAll) return each;
  return (
    <>
      <ForAll text={text} objects={alike} name={name} />
      <details open={alike.some(({ words }) => words.length > 0)}>
        <summary className="font-medium">{text.t("teams.rights.each")}</summary>
        <div className="mt-4 grid gap-6">{each}</div>
      </details>
    </>
  );
}

/** The same on all of them, with one tick for each right; single ones can have more. */
function ForAll({ text: { t }, objects, name }: { text: Text; objects: readonly Settable[]; name: string }) {
  const [first] = objects;
  if (!first) return null;
  const shared = first.choices.filter((word) => objects.every(({ choices }) => choices.includes(word)));
  return (
    <FieldGroup
      id="rights-all"
      label={t("teams.rights.forAll", { count: objects.length })}
      hint={t("teams.rights.forAllHint")}
    >
      <div className="grid gap-2 sm:grid-cols-2">
        {shared.map((word) => (
          <Checkbox
            key={word}
            id={`rights-all-${word}`}
            name={name}
            value={objects.map((object) => choiceOf(object, word)).join(",")}
            {...wordsOf(t, first.type, word)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

/** What a right is called, and what it means. */
function wordsOf(t: Translate, type: Settable["type"], word: string) {
  const [called, hint] = [`access.rights.${type}.${word}`, `access.hints.${type}.${word}`];
  return { label: t.has(called) ? t(called) : word, hint: t.has(hint) ? t(hint) : undefined };
}

const choiceOf = ({ on }: Settable, word: string) => `${on}${BETWEEN}${word}`;

/** Where it is, beside what it is called. */
function hintOf(t: Translate, { as, type, inside }: Settable): string | undefined {
  if (as === "kind") return t("teams.access.allOf");
  return inside === null ? undefined : t("teams.effect.inside", { name: t(`access.types.${type}`), inside });
}

function Rights({ text: { t, locale }, object, name }: { text: Text; object: Settable; name: string }) {
  const id = `rights-${object.on}`;
  return (
    <FieldGroup id={id} label={nameOf(object, locale)} hint={hintOf(t, object)}>
      <div className="grid gap-2 sm:grid-cols-2">
        {object.choices.map((word) => (
          <Checkbox
            key={word}
            id={`${id}-${word}`}
            name={name}
            value={choiceOf(object, word)}
            {...wordsOf(t, object.type, word)}
            defaultChecked={object.words.includes(word)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

function Level({ text: { t, locale }, object, name }: { text: Text; object: Settable; name: string }) {
  const id = `rights-${object.on}`;
  const hint = hintOf(t, object);
  const options = object.choices.map((word) => {
    const called = `access.levels.${object.type}.${word}`;
    return { value: choiceOf(object, word), label: t.has(called) ? t(called) : word };
  });
  const [level] = object.words;
  return (
    <Field id={id} label={nameOf(object, locale)} hint={hint}>
      <Select
        id={id}
        name={name}
        aria-describedby={hint ? `${id}-hint` : undefined}
        options={[{ value: "", label: t("teams.rights.none") }, ...options]}
        defaultValue={level ? choiceOf(object, level) : ""}
      />
    </Field>
  );
}
