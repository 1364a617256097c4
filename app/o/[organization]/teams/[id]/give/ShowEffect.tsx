import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import { ActionForm } from "@/components/manager/ActionForm";
import { formLabels } from "@/components/manager/labels";
import { ButtonLink } from "@/components/ui/Button";
import { Callout } from "@/components/ui/Callout";
import { teamEffects } from "@/lib/domain/teams/queries/teamEffects";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";
import { sentence } from "@/lib/pipeline/failureState";
import { ask } from "@/lib/pipeline/request";
import { Effects } from "../../../access/Effects";
import { setTeamAccessAction } from "../actions";
import { ChooseRights } from "./ChooseRights";

/** Who gains and who loses by these rights, before they are saved. */
export async function ShowEffect({
  slug,
  team,
  on,
  access,
}: {
  slug: string;
  team: string;
  on: string[];
  access: string[];
}) {
  const chosen = access.flatMap((one) => one.split(",")).filter((one) => one !== "");
  const [{ t }, effects] = await Promise.all([
    pageText(),
    ask(teamEffects, slug, { change: "access", team, on, access: chosen }),
  ]);
  const back = new URLSearchParams([
    ["confirm", "choose"],
    ...on.map((one) => ["id", one]),
    ...chosen.map((one) => ["access", one]),
  ]);
  if (effects.items.length === 0) redirect(routes.giveToTeam(slug, team));
  const idle = effects.items.filter(({ refusals }) => refusals.includes("choose_what_is_given"));
  if (idle.length > 0)
    return (
      <ChooseRights
        slug={slug}
        team={team}
        search={{ id: on, access: chosen }}
        refusal={`${sentence(t, "refusals", "choose_what_is_given")} ${t("teams.rights.without", {
          names: idle.map(({ name }) => name).join(", "),
        })}`}
      />
    );
  const refused = effects.items.filter(({ refusals }) => refusals.length > 0);
  return (
    <div className="card max-w-3xl">
      <div className="card-body">
        <ActionForm
          action={setTeamAccessAction}
          scope={{ key: randomUUID(), user: effects.person.userId, organization: slug }}
          hidden={{ team, version: String(effects.team?.version), seal: effects.seal }}
          labels={formLabels(t)}
          submit={t("teams.rights.submit")}
          aside={
            <ButtonLink href={`${routes.giveToTeam(slug, team)}?${back}`}>
              {t("teams.rights.change")}
            </ButtonLink>
          }
        >
          {on.map((one) => (
            <input key={one} type="hidden" name="on[]" value={one} />
          ))}
          {chosen.map((one) => (
            <input key={one} type="hidden" name="access[]" value={one} />
          ))}
          <Effects t={t} effects={effects} />
          {refused.length > 0 ? (
            <Callout tone="caution">
              <ul>
                {refused.map(({ id, name, refusals }) => (
                  <li key={id}>
                    <bdi>{name}</bdi>: {refusals.map((word) => sentence(t, "refusals", word)).join(" ")}
                  </li>
                ))}
              </ul>
            </Callout>
          ) : null}
        </ActionForm>
      </div>
    </div>
  );
}
