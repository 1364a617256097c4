import { CheckboxField } from "@/components/manager/fields";
import { Checkbox } from "@/components/ui/Input";
import { BILLING_RIGHT, ROLES } from "@/lib/access/roles";
import type { Translate } from "@/lib/i18n/translator";

const RULES = ["choice", "always", "never"] as const;

/** The billing right beside the roles: a choice only while a role is chosen that does not decide it (USR-7). */
export const BillingRight = ({ t, isGiven }: { t: Translate; isGiven: boolean }) =>
  RULES.map((rule) => (
    <div key={rule} data-for-role={ROLES.filter((role) => BILLING_RIGHT[role] === rule).join(" ")}>
      {rule === "choice" ? (
        <CheckboxField
          name="billingRight"
          label={t("users.preferences.billingRight")}
          hint={t("users.preferences.billingRightHint")}
          defaultChecked={isGiven}
        />
      ) : (
        <DecidedBilling t={t} rule={rule} />
      )}
    </div>
  ));

/** The billing right of a role that always has it, or never. */
export const DecidedBilling = ({ t, rule }: { t: Translate; rule: "always" | "never" }) => (
  <Checkbox
    id={`billing-${rule}`}
    label={t("users.preferences.billingRight")}
    hint={t(rule === "always" ? "users.preferences.billingAlways" : "users.preferences.billingNever")}
    defaultChecked={rule === "always"}
    disabled
  />
);
