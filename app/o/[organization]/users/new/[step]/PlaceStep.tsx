import { ActionForm } from "@/components/manager/ActionForm";
import { RadioField } from "@/components/manager/fields";
import type { Translate } from "@/lib/i18n/translator";
import { draftPlaceAction } from "./actions";
import { stepForm } from "./stepForm";
import type { DraftView } from "./steps";

const PLACES = ["inside", "external"] as const;

/** Inside the organization, or external (USR-2). */
export function PlaceStep({ t, view }: { t: Translate; view: DraftView }) {
  const { inside } = view.answers;
  return (
    <ActionForm action={draftPlaceAction} {...stepForm(t, "place", view)}>
      <RadioField
        name="place"
        label={t("users.wizard.place")}
        options={PLACES.map((value) => ({
          value,
          label: t(`users.wizard.${value}`),
          hint: t(`users.wizard.${value}Hint`),
        }))}
        defaultValue={inside === null ? undefined : inside ? "inside" : "external"}
      />
    </ActionForm>
  );
}
