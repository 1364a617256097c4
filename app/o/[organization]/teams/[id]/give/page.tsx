import type { Metadata } from "next";
import { PageHeader } from "@/components/manager/PageHeader";
import { Callout } from "@/components/ui/Callout";
import { MOST_AT_ONCE } from "@/lib/domain/teams/inputs";
import { listToGive } from "@/lib/domain/teams/queries/listToGive";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";
import { ChooseObjects, pickedIn } from "./ChooseObjects";
import { ChooseRights } from "./ChooseRights";
import { ShowEffect } from "./ShowEffect";

type Props = PageProps<"/o/[organization]/teams/[id]/give">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ organization, id }, table, { t }] = await Promise.all([params, searchParams, pageText()]);
  const view = await ask(listToGive, organization, { team: id, table });
  return { title: `${t("teams.give.title")} · ${view.team?.name} · ${view.organization.name}` };
}

/** Three questions, each with an address: what to give, with which rights, and whether that effect is meant. */
export default async function GiveToTeamPage({ params, searchParams }: Props) {
  const [{ organization: slug, id }, search, text] = await Promise.all([params, searchParams, pageText()]);
  const { t } = text;
  const { table, on, isChosen } = pickedIn(search);
  const view = await ask(listToGive, slug, { team: id, on: on.slice(0, MOST_AT_ONCE), table });
  const name = view.team?.name ?? "";
  const chooses = isChosen && (on.length > 0 || search.all === "1");
  const title = t(chooses ? "teams.rights.title" : "teams.give.title");
  return (
    <>
      <PageHeader
        breadcrumb={{
          label: t("shell.breadcrumb"),
          items: [
            { label: t("teams.title"), href: routes.teams(slug) },
            { label: name, href: routes.team(slug, id, "access") },
            { label: title },
          ],
        }}
        title={title}
        description={chooses ? t("teams.rights.all") : t("teams.give.description", { team: name })}
      />
      {!chooses ? (
        <div className="card max-w-4xl">
          <div className="card-body grid gap-5">
            {isChosen ? <Callout tone="caution">{t("teams.give.nothing")}</Callout> : null}
            <ChooseObjects text={text} view={view} slug={slug} team={id} />
          </div>
        </div>
      ) : search.effect === "1" ? (
        <ShowEffect slug={slug} team={id} on={on} access={[search.access ?? []].flat()} />
      ) : (
        <ChooseRights slug={slug} team={id} search={search} />
      )}
    </>
  );
}
