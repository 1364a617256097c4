import { ActionForm } from "@/components/manager/ActionForm";
import { RadioField } from "@/components/manager/fields";
import type { Translate } from "@/lib/i18n/translator";
import { roleOptions } from "../../[id]/role/roleOptions";
import { draftRoleAction } from "./actions";
import { stepForm } from "./stepForm";
import type { DraftView } from "./steps";

/** The roles inside; one that the reader may not give says why (USR-4). */
export function RoleStep({ t, view }: { t: Translate; view: DraftView }) {
  return (
    <ActionForm action={draftRoleAction} {...stepForm(t, "role", view)}>
      <RadioField
        name="role"
        label={t("users.wizard.role")}
        options={roleOptions(t, view)}
        defaultValue={view.answers.role ?? undefined}
      />
    </ActionForm>
  );
}
