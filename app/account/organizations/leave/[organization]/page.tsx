import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { OwnLosses } from "@/app/o/[organization]/users/Losses";
import { ConfirmDialog } from "@/components/manager/ConfirmDialog";
import { formLabels } from "@/components/manager/labels";
import { Dialog } from "@/components/ui/Dialog";
import { listOrganizations } from "@/lib/domain/organizations/queries/listOrganizations";
import { myLosses } from "@/lib/domain/teams/queries/myLosses";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";
import { OrganizationsPage } from "../../OrganizationsPage";
import { WhyNotLeave } from "../../WhyNotLeave";
import { leaveOrganizationAction } from "./actions";

type Props = PageProps<"/account/organizations/leave/[organization]">;

async function placeOf(params: Props["params"]) {
  const [{ organization }, { person, organizations, clients }] = await Promise.all([
    params,
    ask(listOrganizations, null, {}),
  ]);
  const place = organizations.find(({ slug }) => slug === organization);
  return { place, person, organizations, clients };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ t }, { place }] = await Promise.all([pageText(), placeOf(params)]);
  return {
    title: place ? t("organizations.leave.label", { name: place.name }) : t("organizations.leave.goneTitle"),
  };
}

/** The confirmation stands over the list it was asked from. */
export default async function LeaveOrganizationPage({ params }: Props) {
  const [{ t }, { place, person, organizations, clients }] = await Promise.all([pageText(), placeOf(params)]);
  const list = routes.accountOrganizations();
  // Left in another tab, or never joined: one answer, which tells nothing of organizations that are not one's own.
  if (!place)
    return (
      <>
        <Dialog title={t("organizations.leave.goneTitle")} closeHref={list}>
          <div className="dialog-text">{t("organizations.leave.gone")}</div>
          <div className="actions">
            <a className="button" href={list} data-autofocus>
              {t("common.close")}
            </a>
          </div>
        </Dialog>
        <OrganizationsPage t={t} places={organizations} clients={clients} />
      </>
    );
  const { slug, name, refusals } = place;
  const leaving = refusals.length > 0 ? null : await ask(myLosses, slug, {});
  return (
    <>
      {leaving ? (
        <ConfirmDialog
          title={t("organizations.leave.title", { name })}
          consequence={
            <div className="grid grid-cols-[minmax(0,1fr)] gap-2 [overflow-wrap:anywhere]">
              <p>
                {t.rich("organizations.leave.consequence", {
                  name,
                  strong: (chunks) => <strong>{chunks}</strong>,
                })}
              </p>
              <section className="grid gap-2 border-t border-line pt-3" aria-labelledby="losses">
                <h3 id="losses" className="font-semibold">
                  {t("users.losses.title")}
                </h3>
                <OwnLosses t={t} loss={leaving.loss} />
              </section>
              <p>{t(organizations.length === 1 ? "organizations.leave.only" : "organizations.leave.kept")}</p>
              <p>{t("organizations.leave.told")}</p>
            </div>
          }
          action={leaveOrganizationAction}
          scope={{ key: randomUUID(), user: person.userId, organization: slug }}
          hidden={{ seal: leaving.seal }}
          labels={formLabels(t)}
          submit={t("organizations.leave.submit")}
          cancel={{ label: t("common.cancel"), href: list }}
        />
      ) : (
        <Dialog title={t("organizations.leave.blockedTitle", { name })} closeHref={list}>
          <div className="dialog-text">
            <WhyNotLeave t={t} place={place} />
          </div>
          <div className="actions">
            <a className="button" href={list} data-autofocus>
              {t("common.close")}
            </a>
          </div>
        </Dialog>
      )}
      <OrganizationsPage t={t} places={organizations} clients={clients} />
    </>
  );
}
