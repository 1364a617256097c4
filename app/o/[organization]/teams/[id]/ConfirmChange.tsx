import { randomUUID } from "node:crypto";
import { ConfirmDialog } from "@/components/manager/ConfirmDialog";
import { formLabels } from "@/components/manager/labels";
import { Callout } from "@/components/ui/Callout";
import { MOST_AT_ONCE } from "@/lib/domain/teams/inputs";
import type { ShownTeam } from "@/lib/domain/teams/queries/showTeam";
import { type TeamEffectsView, teamEffects } from "@/lib/domain/teams/queries/teamEffects";
import { pageText } from "@/lib/i18n/page";
import type { Translate } from "@/lib/i18n/translator";
import { isUuid } from "@/lib/kernel/ids";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";
import { Effects } from "../../access/Effects";
import { NothingThere } from "../NothingThere";
import { endTeamAction, removeTeamMembersAction, setTeamAccessAction } from "./actions";

type Search = Record<string, string | string[] | undefined>;
const ACTS = ["remove", "withdraw", "end"] as const;

/** What taking people or access out of the team, or ending it, would take from whom: before it is confirmed. */
export async function ConfirmChange({
  slug,
  view,
  search,
}: {
  slug: string;
  view: ShownTeam;
  search: Search;
}) {
  const act = ACTS.find((one) => one === search.confirm);
  if (!act) return null;
  const { team, person } = view;
  const ids = [search.id ?? []].flat().slice(0, MOST_AT_ONCE);
  const selection = { team: team.id, all: search.all === "1", q: String(search.q ?? "").slice(0, 200) };
  const [{ t }, effects] = await Promise.all([
    pageText(),
    ask(
      teamEffects,
      slug,
      act === "end"
        ? { change: "end", team: team.id }
        : act === "remove"
          ? { change: "remove", ...selection, ids: ids.filter(isUuid) }
          : { change: "withdraw", ...selection, on: ids },
    ),
  ]);
  const [one] = ids;
  const closeHref =
    search.from === "user" && one && isUuid(one)
      ? routes.user(slug, one)
      : routes.team(slug, team.id, { end: "settings", withdraw: "access", remove: undefined }[act]);
  const possible = effects.items.filter(({ refusals }) => refusals.length === 0);
  if (act !== "end" && possible.length === 0) return <NothingThere t={t} closeHref={closeHref} />;
  const values = { count: possible.length, name: possible[0]?.name ?? "", team: team.name };
  const dialog = {
    title: t(`teams.confirm.${act}Title`, values),
    consequence: <Consequence t={t} act={act} view={view} effects={effects} />,
    scope: { key: randomUUID(), user: person.userId, organization: slug },
    labels: formLabels(t),
    submit: t(`teams.confirm.${act}Submit`),
    cancel: { label: t("common.cancel"), href: closeHref },
  };
  // Of the moment at which the effect was asked for: the page around it may be older.
  const shown = { team: team.id, version: String(effects.team?.version), seal: effects.seal };
  if (act === "end") return <ConfirmDialog {...dialog} action={endTeamAction} hidden={shown} />;
  return (
    <ConfirmDialog
      {...dialog}
      action={act === "remove" ? removeTeamMembersAction : setTeamAccessAction}
      hidden={{ ...shown, then: closeHref }}
    >
      {possible.map(({ id }) => (
        <input key={id} type="hidden" name={act === "remove" ? "id[]" : "on[]"} value={id} />
      ))}
    </ConfirmDialog>
  );
}

function Consequence({
  t,
  act,
  view: { team },
  effects,
}: {
  t: Translate;
  act: (typeof ACTS)[number];
  view: ShownTeam;
  effects: TeamEffectsView;
}) {
  const leftOut = effects.items.filter(({ refusals }) => refusals.length > 0).length;
  return (
    <div className="grid gap-3">
      {act === "end" ? <p>{t("teams.confirm.endText")}</p> : null}
      <Effects t={t} effects={effects} />
      {act === "end" && team.invited > 0 ? (
        <p>{t("teams.confirm.invited", { count: team.invited })}</p>
      ) : null}
      {leftOut > 0 ? (
        <Callout tone="caution">{t("teams.confirm.leftOut", { count: leftOut })}</Callout>
      ) : null}
      {effects.isCut ? <Callout>{t("teams.rights.cut", { count: MOST_AT_ONCE })}</Callout> : null}
    </div>
  );
}
