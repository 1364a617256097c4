import { randomUUID } from "node:crypto";
import { formLabels } from "@/components/manager/labels";
import { Button, ButtonLink } from "@/components/ui/Button";
import type { TeamDraftView } from "@/lib/domain/teams/queries/showTeamDraft";
import type { Translate } from "@/lib/i18n/translator";
import { neighbour, type Step, stepHref } from "./steps";

/** What every form of the wizard has in common: whose it is, and which draft. */
export const stepForm = (t: Translate, step: Step, { person, organization, draft }: TeamDraftView) => ({
  scope: { key: randomUUID(), user: person.userId, organization: organization.slug },
  hidden: { draft: draft ?? "", step },
  labels: formLabels(t),
});

/** Id of the form whose answers are kept on the way to any other step. */
export const KEEPING_FORM = "step";

/** The same for that form; Back is a button of it. */
export const keepingForm = (t: Translate, step: Step, view: TeamDraftView) => ({
  ...stepForm(t, step, view),
  id: KEEPING_FORM,
  submit: t("common.continue"),
  aside: <BackButton t={t} to={neighbour(step, -1, view) ?? step} />,
});

export const BackButton = ({ t, to }: { t: Translate; to: Step }) => (
  <Button type="submit" name="go" value={to}>
    {t("common.back")}
  </Button>
);

/** The way back and onwards of a step whose answers are kept as they are given. */
export function Onwards({ t, step, view }: { t: Translate; step: Step; view: TeamDraftView }) {
  return (
    <div className="actions">
      <ButtonLink href={stepHref(step, 1, view)} variant="primary">
        {t("common.continue")}
      </ButtonLink>
      <ButtonLink href={stepHref(step, -1, view)}>{t("common.back")}</ButtonLink>
    </div>
  );
}
