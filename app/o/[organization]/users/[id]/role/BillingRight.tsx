import { CheckboxField } from "@/components/manager/fields";
import { Checkbox } from "@/components/ui/Input";
import type { Translate } from "@/lib/i18n/translator";

/** The billing right beside the roles: always on and not to be changed while a role is chosen that includes it (USR-7). */
export function BillingRight({ t, isGiven }: { t: Translate; isGiven: boolean }) {
  return (
    <>
      <div className="[form:has([value=LEGAL_REPRESENTATIVE]:checked,[value=ADMINISTRATOR]:checked)_&]:hidden">
        <CheckboxField
          name="billingRight"
          label={t("users.preferences.billingRight")}
          hint={t("users.preferences.billingRightHint")}
          defaultChecked={isGiven}
        />
      </div>
      <div className="hidden [form:has([value=LEGAL_REPRESENTATIVE]:checked,[value=ADMINISTRATOR]:checked)_&]:block">
        <IncludedBilling t={t} />
      </div>
    </>
  );
}

/** The billing right of a role that always has it. */
export const IncludedBilling = ({ t }: { t: Translate }) => (
  <Checkbox
    id="billing-included"
    label={t("users.preferences.billingRight")}
    hint={t("users.preferences.billingAlways")}
    defaultChecked
    disabled
  />
);
