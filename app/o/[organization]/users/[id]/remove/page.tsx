import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ConfirmDialog } from "@/components/manager/ConfirmDialog";
import { formLabels } from "@/components/manager/labels";
import { showUser } from "@/lib/domain/organizations/queries/showUser";
import { whatIf } from "@/lib/domain/teams/queries/whatIf";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";
import { RemovalText } from "../../RemovalText";
import { removeMemberAction } from "../actions";
import { UserView } from "../UserView";

type Props = PageProps<"/o/[organization]/users/[id]/remove">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ organization, id }, { t }] = await Promise.all([params, pageText()]);
  const { member, organization: place } = await ask(showUser, organization, { id });
  return { title: `${t("users.confirm.removeTitle", { count: 1, name: member.name })} · ${place.name}` };
}

/** Takes access away: what is lost comes first, and Cancel has the focus. */
export default async function RemoveUserPage({ params }: Props) {
  const [{ organization: slug, id }, { t }] = await Promise.all([params, pageText()]);
  const view = await ask(showUser, slug, { id });
  const { member, organization, person, removal } = view;
  const back = routes.user(slug, id);
  // The page of the user says why it cannot be done.
  if (removal === null || removal.length > 0) redirect(back);
  const { cases, seals } = await ask(whatIf, slug, { ids: [id], afterwards: ["REMOVED"] });
  const values = { count: 1, name: member.name, organization: organization.name };
  return (
    <>
      <ConfirmDialog
        title={t("users.confirm.removeTitle", values)}
        consequence={
          <div className="grid gap-3">
            <RemovalText t={t} values={values} outcome={cases[0]} />
          </div>
        }
        action={removeMemberAction}
        scope={{ key: randomUUID(), user: person.userId, organization: slug }}
        hidden={{ id: member.id, seal: seals[member.id] ?? "" }}
        labels={formLabels(t)}
        submit={t("users.confirm.removeSubmit", values)}
        cancel={{ label: t("common.cancel"), href: back }}
      />
      <UserView view={view} />
    </>
  );
}
