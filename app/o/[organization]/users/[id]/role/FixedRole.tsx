import { Badge } from "@/components/ui/Badge";
import { ButtonLink } from "@/components/ui/Button";
import { Callout } from "@/components/ui/Callout";
import { FieldGroup } from "@/components/ui/Field";
import { RadioCard } from "@/components/ui/Input";
import { hasAllRights } from "@/lib/access/roles";
import type { ShownUser } from "@/lib/domain/organizations/queries/showUser";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";
import { sentence } from "@/lib/pipeline/failureState";
import { DecidedBilling } from "./BillingRight";

/** A role that cannot be changed now: why, and what can be done instead (USR-5). */
export function FixedRole({
  t,
  view,
  reason,
  back,
}: {
  t: Translate;
  view: ShownUser;
  reason: string;
  back: string;
}) {
  const { member, organization, mayReplace } = view;
  return (
    <div className="grid gap-5">
      <Callout tone="caution" title={t("users.role.fixed")}>
        <span id="role-reason">{sentence(t, "refusals", reason)}</span>
      </Callout>
      <FieldGroup id="role" label={t("users.role.choice")}>
        <div className="grid gap-2">
          {view.roles.map(({ role }) => (
            <RadioCard
              key={role}
              id={`role-${role}`}
              name="role"
              value={role}
              label={
                <span className="flex flex-wrap items-center gap-2">
                  {t(`common.roles.${role}`)}
                  {role === member.role ? <Badge>{t("users.role.current")}</Badge> : null}
                </span>
              }
              hint={t(`users.role.hints.${role}`)}
              reasonId={role === member.role ? undefined : "role-reason"}
              defaultChecked={role === member.role}
              disabled
            />
          ))}
        </div>
      </FieldGroup>
      {hasAllRights(member.role) ? <DecidedBilling t={t} rule="always" /> : null}
      <div className="actions">
        {mayReplace ? (
          <ButtonLink
            href={routes.replaceLegalRepresentative(organization.slug, member.id)}
            variant="primary"
          >
            {t("users.person.replace")}
          </ButtonLink>
        ) : null}
        <ButtonLink href={back}>{t("common.back")}</ButtonLink>
      </div>
    </div>
  );
}
