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
  return objects.map((object) =>
    isLadder(object.type) ? (
      <Level key={object.on} text={text} object={object} name={name} />
    ) : (
      <Rights key={object.on} text={text} object={object} name={name} />
    ),
  );
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
        {object.choices.map((word) => {
          const [called, hint] = [
            `access.rights.${object.type}.${word}`,
            `access.hints.${object.type}.${word}`,
          ];
          return (
            <Checkbox
              key={word}
              id={`${id}-${word}`}
              name={name}
              value={choiceOf(object, word)}
              label={t.has(called) ? t(called) : word}
              hint={t.has(hint) ? t(hint) : undefined}
              defaultChecked={object.words.includes(word)}
            />
          );
        })}
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
