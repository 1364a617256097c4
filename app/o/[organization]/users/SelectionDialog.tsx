import { randomUUID } from "node:crypto";
import { ConfirmDialog } from "@/components/manager/ConfirmDialog";
import { formLabels } from "@/components/manager/labels";
import { ButtonLink } from "@/components/ui/Button";
import { Callout } from "@/components/ui/Callout";
import { Dialog } from "@/components/ui/Dialog";
import { selectUsers } from "@/lib/domain/organizations/queries/selectUsers";
import { BULK_ACTS } from "@/lib/domain/organizations/usersTable";
import { whatIf } from "@/lib/domain/teams/queries/whatIf";
import { dayText } from "@/lib/i18n/format";
import { pageText } from "@/lib/i18n/page";
import { isUuid } from "@/lib/kernel/ids";
import { sentence } from "@/lib/pipeline/failureState";
import { ask } from "@/lib/pipeline/request";
import { removeMembersAction, resendInvitationsAction, revokeInvitationsAction } from "./actions";
import { RemovalText } from "./RemovalText";
import type { UsersView } from "./table";

const ACTIONS = {
  remove: removeMembersAction,
  resend: resendInvitationsAction,
  revoke: revokeInvitationsAction,
};

type Search = Record<string, string | string[] | undefined>;

/** What the selection would lead to, when the address asks: `?confirm=remove&id=…`, `?confirm=resend&all=1`. */
export async function SelectionDialog({
  slug,
  search,
  view,
  closeHref,
}: {
  slug: string;
  search: Search;
  view: UsersView;
  closeHref: string;
}) {
  const act = BULK_ACTS.find((one) => one === search.confirm);
  if (!act) return null;
  const ids = [search.id ?? []].flat().filter(isUuid).slice(0, 500);
  const [{ t, locale }, selection] = await Promise.all([
    pageText(),
    ask(selectUsers, slug, { act, ids, all: search.all === "1", table: search }),
  ]);
  const possible = selection.items.filter((item) => item.refusals.length === 0);
  const leftOut = selection.items.filter((item) => item.refusals.length > 0);
  if (selection.items.length === 0) return null;

  const reasons = (
    <ul>
      {leftOut.slice(0, 8).map((item) => (
        <li key={item.id}>
          <bdi className="font-medium">{item.name}</bdi>:{" "}
          {item.refusals.map((word) => sentence(t, "refusals", word)).join(" ")}
        </li>
      ))}
      {leftOut.length > 8 ? <li>{t("users.confirm.more", { count: leftOut.length - 8 })}</li> : null}
    </ul>
  );
  if (possible.length === 0)
    return (
      <Dialog title={t("users.confirm.impossibleTitle")} closeHref={closeHref}>
        <div className="dialog-text">{reasons}</div>
        <div className="actions">
          <ButtonLink href={closeHref} data-autofocus data-keep-scroll>
            {t("common.close")}
          </ButtonLink>
        </div>
      </Dialog>
    );

  const removal =
    act === "remove"
      ? await ask(whatIf, slug, { ids: possible.map(({ id }) => id), afterwards: ["REMOVED"] })
      : null;
  const values = {
    count: possible.length,
    name: possible[0]?.name ?? "",
    organization: view.organization.name,
    date: dayText(new Date(selection.expiresAt), locale, view.timeZone),
  };
  const bold = { b: (chunks: React.ReactNode) => <strong>{chunks}</strong> };
  return (
    <ConfirmDialog
      title={t(`users.confirm.${act}Title`, values)}
      consequence={
        <div className="grid gap-3">
          {possible.length > 1 ? <Names t={t} names={possible.map((item) => item.name)} /> : null}
          {removal ? (
            <RemovalText t={t} values={values} outcome={removal.cases[0]} />
          ) : (
            <p>{t.rich(`users.confirm.${act}Text`, { ...values, ...bold })}</p>
          )}
          {leftOut.length > 0 ? (
            <Callout tone="caution" title={t("users.confirm.leftOut", { count: leftOut.length })}>
              {reasons}
            </Callout>
          ) : null}
          {selection.isCut ? <Callout>{t("users.confirm.cut")}</Callout> : null}
        </div>
      }
      action={ACTIONS[act]}
      scope={{ key: randomUUID(), user: view.person.userId, organization: slug }}
      hidden={{ then: closeHref }}
      labels={formLabels(t)}
      submit={t(act === "remove" ? "users.confirm.removeSubmit" : `users.confirm.${act}Title`, values)}
      cancel={{ label: t("common.cancel"), href: closeHref }}
      tone={act === "resend" ? "primary" : "danger"}
    >
      {possible.map((item) => (
        <input key={item.id} type="hidden" name="id[]" value={item.id} />
      ))}
      {removal
        ? possible.map(({ id }) => (
            <input key={id} type="hidden" name="seal[]" value={removal.seals[id] ?? ""} />
          ))
        : null}
    </ConfirmDialog>
  );
}

const SHOWN = 8;

function Names({ t, names }: { t: Awaited<ReturnType<typeof pageText>>["t"]; names: string[] }) {
  const more = names.length - SHOWN;
  return (
    <ul>
      {names.slice(0, SHOWN).map((name, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name, and the list never moves
        <li key={index}>
          <bdi>{name}</bdi>
        </li>
      ))}
      {more > 0 ? <li>{t("users.confirm.more", { count: more })}</li> : null}
    </ul>
  );
}
