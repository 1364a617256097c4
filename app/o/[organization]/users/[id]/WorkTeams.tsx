import { Badge } from "@/components/ui/Badge";
import { ButtonLink } from "@/components/ui/Button";
import { Card } from "@/components/ui/Card";
import { teamsOfUser } from "@/lib/domain/teams/queries/teamsOfUser";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";
import { TeamName } from "../../teams/TeamName";

/** The teams that somebody is in; joining and leaving show their effect first. */
export async function WorkTeams({ slug, id }: { slug: string; id: string }) {
  const [{ t }, { teams, mayManage }] = await Promise.all([pageText(), ask(teamsOfUser, slug, { id })]);
  const leave = (team: string) => routes.confirmForTeam(slug, team, "remove", { id, from: "user" });
  return (
    <Card
      id="teams"
      title={t("teams.user.title")}
      description={t("teams.user.description")}
      action={
        mayManage ? (
          <ButtonLink href={routes.userTeams(slug, id)}>{t("teams.user.add")}</ButtonLink>
        ) : undefined
      }
    >
      {teams.length === 0 ? (
        <p className="text-muted">{t("teams.user.none")}</p>
      ) : (
        <ul className="grid gap-3">
          {teams.map((team) => (
            <li key={team.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <a href={routes.team(slug, team.id)}>
                <TeamName name={team.name} colour={team.colour} />
              </a>
              {team.isLeader ? <Badge tone="info">{t("teams.leaders.badge")}</Badge> : null}
              {team.mayChange ? (
                <a
                  className="ml-auto"
                  href={leave(team.id)}
                  aria-label={t("teams.user.removeFrom", { team: team.name })}
                >
                  {t("teams.user.remove")}
                </a>
              ) : mayManage ? (
                <small className="w-full text-sm text-muted">{t("teams.reaching.reason")}</small>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
