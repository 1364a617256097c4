import type { Metadata } from "next";
import { PageHeader } from "@/components/manager/PageHeader";
import { listToGive } from "@/lib/domain/teams/queries/listToGive";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";
import { ObjectPicker } from "../../ObjectPicker";
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
  const view = await ask(listToGive, slug, { team: id, table: search });
  const name = view.team?.name ?? "";
  const on = [search.id ?? []].flat();
  const chooses = search.confirm === "choose" && (on.length > 0 || search.all === "1");
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
        <ObjectPicker text={text} view={view} path={routes.giveToTeam(slug, id)} keep={{}} />
      ) : search.effect === "1" ? (
        <ShowEffect slug={slug} team={id} on={on} access={[search.access ?? []].flat()} />
      ) : (
        <ChooseRights slug={slug} team={id} search={search} />
      )}
    </>
  );
}
