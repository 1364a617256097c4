import { Badge } from "@/components/ui/Badge";
import type { Role } from "@/lib/access/roles";
import type { Translate } from "@/lib/i18n/translator";
import { sentence } from "@/lib/pipeline/failureState";

/** Roles as cards: what each means; one that cannot be given is there, disabled, with the reason. */
export const roleOptions = (
  t: Translate,
  {
    roles,
    member,
  }: { roles: readonly { role: Role; refusals: readonly string[] }[]; member?: { role: Role } },
) =>
  roles.map(({ role, refusals }) => {
    const isCurrent = role === member?.role;
    const reason = isCurrent ? undefined : refusals[0];
    return {
      value: role,
      label: (
        <span className="flex flex-wrap items-center gap-2">
          {t(`common.roles.${role}`)}
          {isCurrent ? <Badge>{t("users.role.current")}</Badge> : null}
        </span>
      ),
      hint: (
        <>
          {t(`users.role.hints.${role}`)}
          {reason ? (
            <span className="mt-1 block font-medium text-ink">{sentence(t, "refusals", reason)}</span>
          ) : null}
        </>
      ),
      disabled: reason !== undefined,
    };
  });
