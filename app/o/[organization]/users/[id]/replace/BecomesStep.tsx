import { Button } from "@/components/ui/Button";
import { FieldGroup } from "@/components/ui/Field";
import { RadioCard } from "@/components/ui/Input";
import type { Translate } from "@/lib/i18n/translator";
import { BECOMES, type ReplaceSearch, type ReplaceView } from "./steps";

/** What the word for an outcome is: a role, or no place any more. */
export const outcome = (t: Translate, becomes: (typeof BECOMES)[number]): string =>
  becomes === "REMOVED" ? t("users.replace.removed") : t(`common.roles.${becomes}`);

export const BECOMES_FORM = "becomes-form";

/** What becomes of the one who steps down; kept on the way back too. */
export function BecomesStep({
  t,
  view,
  search,
  here,
}: {
  t: Translate;
  view: ReplaceView;
  search: ReplaceSearch;
  here: string;
}) {
  return (
    <form id={BECOMES_FORM} action={here} method="get" className="grid gap-5">
      <input type="hidden" name="successor" value={view.next?.id} />
      <FieldGroup id="becomes" label={t("users.replace.becomes", { name: view.old.name })}>
        <div className="grid gap-2">
          {BECOMES.map((becomes) => (
            <RadioCard
              key={becomes}
              id={`becomes-${becomes}`}
              name="becomes"
              value={becomes}
              defaultChecked={becomes === (search.becomes ?? BECOMES[0])}
              label={outcome(t, becomes)}
              hint={t(becomes === "REMOVED" ? "users.replace.removedHint" : `users.role.hints.${becomes}`)}
            />
          ))}
        </div>
      </FieldGroup>
      <div className="actions">
        <Button type="submit" variant="primary">
          {t("common.continue")}
        </Button>
        <Button type="submit" name="go" value="successor">
          {t("common.back")}
        </Button>
      </div>
    </form>
  );
}
