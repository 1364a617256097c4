import { redirect } from "next/navigation";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Callout } from "@/components/ui/Callout";
import { MOST_AT_ONCE, MOST_TO_SET, wordsByObject } from "@/lib/domain/teams/inputs";
import { showToSet } from "@/lib/domain/teams/queries/showToSet";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";
import { RightsFields } from "../../RightsFields";

/** The rights on what was chosen. Nothing is sent yet: the next page shows the effect. */
export async function ChooseRights({
  slug,
  team,
  search,
  refusal,
}: {
  slug: string;
  team: string;
  search: Record<string, string | string[] | undefined>;
  /** Why the effect of what was chosen is not shown. */
  refusal?: string;
}) {
  const path = routes.giveToTeam(slug, team);
  const on = [search.id ?? []].flat().slice(0, MOST_AT_ONCE);
  const [text, { objects, isCut }] = await Promise.all([
    pageText(),
    ask(showToSet, slug, { team, on, all: search.all === "1", table: search }),
  ]);
  const { t } = text;
  if (objects.length === 0) redirect(path);
  // What the team has already is changed from the list of its access.
  const isChange = objects.every(({ words }) => words.length > 0);
  const back = isChange
    ? routes.team(slug, team, "access")
    : `${path}?${new URLSearchParams(on.map((one) => ["id", one]))}`;
  const access = [search.access ?? []].flat().flatMap((one) => one.split(","));
  const chosen = access.length > 0 ? wordsByObject({ on, access }) : null;
  const shown = objects.map((object) => ({ ...object, words: chosen?.get(object.on) ?? object.words }));
  return (
    <form action={path} method="get" className="card max-w-3xl">
      <div className="card-body grid gap-6">
        <input type="hidden" name="confirm" value="choose" />
        <input type="hidden" name="effect" value="1" />
        {objects.map((object) => (
          <input key={object.on} type="hidden" name="id" value={object.on} />
        ))}
        {refusal ? (
          <Callout tone="critical" role="alert">
            {refusal}
          </Callout>
        ) : null}
        {isCut ? <Callout>{t("teams.rights.cut", { count: MOST_TO_SET })}</Callout> : null}
        <RightsFields text={text} objects={shown} name="access" />
        <div className="actions">
          <Button type="submit" variant="primary">
            {t("teams.rights.show")}
          </Button>
          <ButtonLink href={back}>{t("common.back")}</ButtonLink>
        </div>
      </div>
    </form>
  );
}
