import { ActionForm } from "@/components/manager/ActionForm";
import { TextareaField, TextField } from "@/components/manager/fields";
import type { Translate } from "@/lib/i18n/translator";
import { draftAddressesAction } from "./actions";
import { stepForm } from "./stepForm";
import type { DraftView } from "./steps";

/** One address or many, typed, pasted, or from a file. */
export function AddressesStep({ t, view }: { t: Translate; view: DraftView }) {
  return (
    <ActionForm action={draftAddressesAction} {...stepForm(t, "addresses", view)}>
      <TextareaField
        name="addresses"
        label={t("users.wizard.addresses")}
        hint={t("users.wizard.addressesHint")}
        defaultValue={view.answers.rows.map((row) => row.text).join("\n")}
        rows={5}
        inputMode="email"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
      <TextField
        name="file"
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        label={t("users.wizard.file")}
        hint={t("users.wizard.fileHint")}
        optional
      />
    </ActionForm>
  );
}
