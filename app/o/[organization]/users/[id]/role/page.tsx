import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ActionForm } from "@/components/manager/ActionForm";
import { RadioField } from "@/components/manager/fields";
import { formLabels } from "@/components/manager/labels";
import { PageHeader } from "@/components/manager/PageHeader";
import { ButtonLink } from "@/components/ui/Button";
import { showUser } from "@/lib/domain/organizations/queries/showUser";
import { whatIf } from "@/lib/domain/teams/queries/whatIf";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";
import { changeRoleAction } from "../actions";
import { BillingRight } from "./BillingRight";
import { FixedRole } from "./FixedRole";
import { RoleEffects } from "./RoleEffects";
import { roleOptions } from "./roleOptions";

type Props = PageProps<"/o/[organization]/users/[id]/role">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ organization, id }, { t }] = await Promise.all([params, pageText()]);
  const { member, organization: place } = await ask(showUser, organization, { id });
  return {
    title: `${t("access.list.line", { name: t("users.role.title"), rights: member.name })} · ${place.name}`,
  };
}

/** Each role with what it means, and with the reason where it cannot be given (USR-4, USR-5, USR-7, USR-13). */
export default async function ChangeRolePage({ params }: Props) {
  const [{ organization: slug, id }, { t }] = await Promise.all([params, pageText()]);
  const view = await ask(showUser, slug, { id });
  const { member, organization, person, isManaged, mayGiveBilling } = view;
  const back = routes.user(slug, id);
  if (!isManaged) redirect(back);
  // One reason against every other role is said once, instead of a form that can change nothing.
  const others = view.roles.filter(({ role }) => role !== member.role);
  const reasons = new Set(others.map(({ refusals }) => refusals[0]));
  const [reason] = reasons.size === 1 ? reasons : [];
  const possible = view.roles
    .filter(({ role, refusals }) => role === member.role || refusals.length === 0)
    .map(({ role }) => role);
  const { cases, seals } = await ask(whatIf, slug, { ids: [id], afterwards: possible });
  return (
    <>
      <PageHeader
        breadcrumb={{
          label: t("shell.breadcrumb"),
          items: [
            { label: t("users.title"), href: routes.users(slug) },
            { label: member.name, href: back },
            { label: t("users.role.title") },
          ],
        }}
        title={t("users.role.title")}
        description={t("users.role.description", { name: member.name, organization: organization.name })}
      />
      <div className="card max-w-3xl">
        <div className="card-body">
          {reason ? (
            <FixedRole t={t} view={view} reason={reason} back={back} />
          ) : (
            <ActionForm
              action={changeRoleAction}
              scope={{ key: randomUUID(), user: person.userId, organization: slug }}
              hidden={{
                id: member.id,
                version: String(member.version),
                seal: seals[member.id] ?? "",
                ...(mayGiveBilling ? {} : { billingRight: member.billingRight ? "on" : "" }),
              }}
              labels={formLabels(t)}
              submit={t("users.role.submit")}
              aside={<ButtonLink href={back}>{t("common.cancel")}</ButtonLink>}
            >
              <RadioField
                name="role"
                label={t("users.role.choice")}
                options={roleOptions(t, view)}
                defaultValue={member.role}
              />
              {mayGiveBilling ? <BillingRight t={t} isGiven={member.billingRight} /> : null}
              <RoleEffects t={t} view={view} cases={cases} />
              <p className="text-sm text-muted">{t("users.role.mailNote", { name: member.name })}</p>
            </ActionForm>
          )}
        </div>
      </div>
    </>
  );
}
