import { Button, ButtonLink } from "@/components/ui/Button";
import type { ToGiveView } from "@/lib/domain/teams/queries/listToGive";
import type { Locale } from "@/lib/i18n/locales";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";
import { ChooseAll, ObjectFields } from "../../ObjectFields";

/** What the team can still be given; what is ticked is kept in the address, and at last goes along to its rights. */
export function ChooseObjects({
  text,
  view,
  slug,
  team,
}: {
  text: { t: Translate; locale: Locale };
  view: ToGiveView;
  slug: string;
  team: string;
}) {
  const { t } = text;
  return (
    <form action={routes.giveToTeam(slug, team)} method="get" className="grid gap-5">
      <ObjectFields text={text} view={view} name="id" />
      <div className="actions">
        <Button type="submit" variant="primary" name="confirm" value="choose">
          {t("teams.give.choose")}
        </Button>
        <ChooseAll t={t} total={view.total} />
        <ButtonLink href={routes.team(slug, team, "access")}>{t("common.back")}</ButtonLink>
      </div>
    </form>
  );
}

type Search = Record<string, string | string[] | undefined>;

/** The address as the form sends it: a tab (`to`) or an order (`by`) that was gone to, and what is ticked. */
export const pickedIn = (search: Search) => ({
  table: {
    ...search,
    sort: search.by ?? search.sort,
    ...(search.to ? { show: search.to, page: undefined } : {}),
  },
  on: [search.id ?? []].flat(),
  isChosen: search.confirm === "choose" || search.all === "1",
});
