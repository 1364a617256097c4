import { randomUUID } from "node:crypto";
import { formLabels } from "@/components/manager/labels";
import { Button, ButtonLink } from "@/components/ui/Button";
import type { Translate } from "@/lib/i18n/translator";
import { backHref, type DraftView, isKeeping, neighbour, type Step } from "./steps";

/** Id of the step's form. */
export const STEP_FORM = "step";

/** What every step's form has in common: whose it is, which draft, and the way back, which keeps what was answered. */
export function stepForm(t: Translate, step: Step, view: DraftView) {
  const { person, organization, draft } = view;
  const before = neighbour(step, view, -1);
  return {
    scope: { key: randomUUID(), user: person.userId, organization: organization.slug },
    id: STEP_FORM,
    hidden: { draft: draft ?? "", step },
    labels: formLabels(t),
    submit: t("common.continue"),
    aside:
      before && isKeeping(step) ? (
        <Button type="submit" name="go" value={before}>
          {t("common.back")}
        </Button>
      ) : (
        <ButtonLink href={backHref(step, view)}>{t(before ? "common.back" : "common.cancel")}</ButtonLink>
      ),
  };
}
