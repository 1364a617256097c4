import { SelectField, TextField } from "@/components/manager/fields";
import { LONGEST_RESOURCE_NAME } from "@/lib/domain/products/rules/resources";
import type { Translate } from "@/lib/i18n/translator";

/** What something new is called: a mailbox by what stands before the @ and one of the domains that it can have. */
export function NameFields({
  t,
  isMailbox,
  domains,
}: {
  t: Translate;
  isMailbox: boolean;
  domains: readonly string[];
}) {
  if (!isMailbox)
    return (
      <TextField
        name="name"
        label={t("access.resources.nameLabel")}
        autoComplete="off"
        maxLength={LONGEST_RESOURCE_NAME}
      />
    );
  if (domains.length === 0) return <AddressField t={t} domains={domains} />;
  return (
    <>
      <TextField
        name="name"
        label={t("access.resources.localLabel")}
        hint={t("access.resources.localHint")}
        inputMode="email"
        autoCapitalize="off"
        spellCheck={false}
        autoComplete="off"
      />
      <SelectField
        name="domain"
        label={t("access.resources.domainLabel")}
        options={domains.map((domain) => ({ value: domain, label: `@${domain}` }))}
        defaultValue={domains[0]}
      />
    </>
  );
}

/** A whole address, with the domains that it can have. */
export function AddressField({
  t,
  domains,
  address,
}: {
  t: Translate;
  domains: readonly string[];
  address?: string;
}) {
  return (
    <TextField
      name="name"
      label={t("access.resources.addressLabel")}
      hint={
        domains.length === 0
          ? t("access.resources.noDomain")
          : t("access.resources.domains", { domains: domains.join(", ") })
      }
      type="email"
      inputMode="email"
      autoComplete="off"
      defaultValue={address}
    />
  );
}
