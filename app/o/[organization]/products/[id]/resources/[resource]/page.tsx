import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { PageHeader } from "@/components/manager/PageHeader";
import { Badge } from "@/components/ui/Badge";
import { ButtonLink } from "@/components/ui/Button";
import { showResource } from "@/lib/domain/products/queries/showResource";
import { SHAREABLE } from "@/lib/domain/products/rules/resources";
import { rightsInWords } from "@/lib/i18n/accessWords";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";
import { AccessDialog } from "../../../../access/AccessDialog";
import { hereOf, PeopleTable } from "../../../../access/PeopleTable";
import { DoneToast } from "../../../../DoneToast";
import { EndDialog } from "./EndDialog";
import { RenameDialog } from "./RenameDialog";
import { SharingDialog } from "./SharingDialog";

type Props = PageProps<"/o/[organization]/products/[id]/resources/[resource]">;

const wish = async ({ params, searchParams }: Props) => {
  const [{ organization, id, resource }, search] = await Promise.all([params, searchParams]);
  const input = { product: id, resource, table: search, ending: search.end === "1" };
  return { organization, search, view: await ask(showResource, organization, input) };
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { view } = await wish(props);
  return { title: `${view.resource.name} · ${view.product.name} · ${view.organization.name}` };
}

/** One thing inside a product: who has which level on it and from where, renaming and ending it (TEAM-4, TEAM-5). */
export default async function ResourcePage(props: Props) {
  const [{ organization: slug, search, view }, text] = await Promise.all([wish(props), pageText()]);
  const { t } = text;
  const { product, resource, people, timeZone, mayGive, person } = view;
  const list = routes.resources(slug, product.id);
  const path = routes.resource(slug, product.id, resource.id);
  const here = hereOf(path, people);
  const at = (step: string) => `${here}${here.includes("?") ? "&" : "?"}${step}=1`;
  const scope = { key: randomUUID(), user: person.userId, organization: slug };
  const isShareable = SHAREABLE.includes(resource.type);
  return (
    <>
      <DoneToast />
      {mayGive ? (
        <AccessDialog
          slug={slug}
          here={here}
          search={search}
          on={`resource:${resource.id}`}
          name={resource.name}
        />
      ) : null}
      {isShareable && search.share ? (
        <SharingDialog
          slug={slug}
          product={product.id}
          resource={resource.id}
          here={here}
          wish={[search.to].flat()[0]}
        />
      ) : null}
      {search.rename ? <RenameDialog t={t} view={view} scope={scope} here={here} /> : null}
      {view.ending ? (
        <EndDialog t={t} view={view} ending={view.ending} scope={scope} here={here} list={list} />
      ) : null}
      <PageHeader
        breadcrumb={{
          label: t("shell.breadcrumb"),
          items: [
            { label: product.name, href: routes.product(slug, product.id) },
            { label: t("access.resources.tab"), href: list },
            { label: resource.name },
          ],
        }}
        title={resource.name}
        badge={<Badge>{t(`access.types.${resource.type}`)}</Badge>}
        description={
          resource.sharedRights
            ? t("access.list.line", {
                name: t("access.resources.shared"),
                rights: rightsInWords(t, resource.type, resource.sharedRights),
              })
            : t("access.in", { product: product.name })
        }
        action={
          <>
            {isShareable ? <ButtonLink href={at("share")}>{t("access.resources.share")}</ButtonLink> : null}
            <ButtonLink href={at("rename")}>{t("access.resources.rename")}</ButtonLink>
            <ButtonLink href={at("end")}>{t("access.resources.end")}</ButtonLink>
            {mayGive ? (
              <ButtonLink href={at("give")} variant="primary">
                {t("access.give")}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <PeopleTable
        {...{ people, slug, path, mayGive }}
        text={{ ...text, timeZone }}
        itself={resource}
        menu={[search.menu].flat()[0]}
        empty={{
          title: t("access.empty.people"),
          body: t("access.empty.peopleBody"),
          icon: "key",
          action: mayGive ? { label: t("access.give"), href: at("give") } : undefined,
        }}
      />
    </>
  );
}
