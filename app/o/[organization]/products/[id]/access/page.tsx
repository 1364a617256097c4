import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/Button";
import { productAccess } from "@/lib/domain/products/queries/productAccess";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";
import { AccessDialog } from "../../../access/AccessDialog";
import { hereOf, PeopleTable } from "../../../access/PeopleTable";
import { DoneToast } from "../../../DoneToast";
import { ProductFrame } from "../ProductFrame";

type Props = PageProps<"/o/[organization]/products/[id]/access">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ organization, id }, search, { t }] = await Promise.all([params, searchParams, pageText()]);
  const view = await ask(productAccess, organization, { id, table: search });
  return { title: `${t("access.product.title", { name: view.product.name })} · ${view.organization.name}` };
}

/** Who can reach a product and what is inside it, with which rights, and from where (TEAM-5, USR-14). */
export default async function ProductAccessPage({ params, searchParams }: Props) {
  const [{ organization: slug, id }, search, text] = await Promise.all([params, searchParams, pageText()]);
  const { t } = text;
  const { product, people, partners, timeZone } = await ask(productAccess, slug, { id, table: search });
  const path = routes.productAccess(slug, id);
  const here = hereOf(path, people);
  const give = `${here}${here.includes("?") ? "&" : "?"}give=1`;
  // What is part of a suite is given with it; what is inside can be given by itself.
  const on = `product:${product.suite?.id ?? id}`;
  return (
    <>
      <DoneToast />
      <AccessDialog
        slug={slug}
        here={here}
        search={search}
        on={on}
        name={product.suite?.name ?? product.name}
      />
      <ProductFrame
        slug={slug}
        id={id}
        current="access"
        action={
          <ButtonLink href={give} variant="primary">
            {t("access.give")}
          </ButtonLink>
        }
      >
        <div className="mb-4 grid gap-1 text-muted">
          <p>{t("access.product.description", { name: product.name })}</p>
          {partners.map((partner) => (
            <p key={partner}>{t("access.product.partner", { partner })}</p>
          ))}
        </div>
        <PeopleTable
          {...{ people, slug, path }}
          text={{ ...text, timeZone }}
          itself={product}
          mayGive
          menu={[search.menu].flat()[0]}
          empty={{
            title: t("access.empty.people"),
            body: t("access.empty.peopleBody"),
            icon: "key",
            action: { label: t("access.give"), href: give },
          }}
        />
      </ProductFrame>
    </>
  );
}
