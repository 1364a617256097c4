import { randomUUID } from "node:crypto";
import { formLabels } from "@/components/manager/labels";
import { ButtonLink } from "@/components/ui/Button";
import type { Translate } from "@/lib/i18n/translator";
import { backHref, type DraftView, type Step } from "./steps";

/** What every step's form has in common: whose it is, which draft, and the way back. */
export function stepForm(t: Translate, step: Step, view: DraftView) {
  const { person, organization, draft } = view;
  return {
    scope: { key: randomUUID(), user: person.userId, organization: organization.slug },
    hidden: { draft: draft ?? "", step },
    labels: formLabels(t),
    submit: t("common.continue"),
    aside: (
      <ButtonLink href={backHref(step, view)}>
        {t(step === "addresses" ? "common.cancel" : "common.back")}
      </ButtonLink>
    ),
  };
}
