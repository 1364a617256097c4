import { ActionForm } from "@/components/manager/ActionForm";
import { ButtonLink } from "@/components/ui/Button";
import type { TeamDraftView } from "@/lib/domain/teams/queries/showTeamDraft";
import type { Translate } from "@/lib/i18n/translator";
import { nameFields } from "../../nameFields";
import { draftNameAction } from "./actions";
import { keepingForm } from "./stepForm";
import { stepHref } from "./steps";

/** What the team is called, and its colour. */
export function NameStep({ t, view }: { t: Translate; view: TeamDraftView }) {
  return (
    <ActionForm
      action={draftNameAction}
      {...keepingForm(t, "name", view)}
      aside={<ButtonLink href={stepHref("name", -1, view)}>{t("common.cancel")}</ButtonLink>}
    >
      {nameFields(t, view.answers)}
    </ActionForm>
  );
}
