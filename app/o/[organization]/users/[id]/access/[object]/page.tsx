import type { Metadata } from "next";
import { PageHeader } from "@/components/manager/PageHeader";
import { ButtonLink } from "@/components/ui/Button";
import { wordsFor } from "@/lib/access/families";
import { type Explained, explain } from "@/lib/domain/products/queries/explain";
import { rightsInWords } from "@/lib/i18n/accessWords";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";
import { nameIn, wordText } from "../../../../access/words";
import { Reasons } from "./Reasons";

type Props = PageProps<"/o/[organization]/users/[id]/access/[object]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ organization, id, object }, { t }] = await Promise.all([params, pageText()]);
  const view = await ask(explain, organization, { id, object });
  return { title: `${t("access.explain.title", { name: view.member.name })} · ${view.organization.name}` };
}

/** Why somebody has what they have: what counts on top, the rule as a sentence, and what is without effect (TEAM-5). */
export default async function ExplainAccessPage({ params }: Props) {
  const [{ organization: slug, id, object: objectId }, text] = await Promise.all([params, pageText()]);
  const { t, locale } = text;
  const view = await ask(explain, slug, { id, object: objectId });
  const { member, object, product, rights, reasons, resolution } = view;
  const { name } = member;
  const isHeld = object.type !== "PRODUCT";
  return (
    <>
      <PageHeader
        breadcrumb={{
          label: t("shell.breadcrumb"),
          items: [
            { label: t("users.title"), href: routes.users(slug) },
            { label: name, href: routes.user(slug, id) },
            { label: t("access.title"), href: routes.userAccess(slug, id) },
            { label: object.name },
          ],
        }}
        title={t(rights === 0 ? "access.explain.hasNothing" : "access.explain.title", { name })}
        description={
          <>
            <bdi className="font-medium text-ink">{object.name}</bdi>
            {", "}
            {isHeld
              ? `${t(`access.types.${object.type}`)} ${t("access.in", { product: product.name })}`
              : nameIn(product.kindNames, locale)}
          </>
        }
        action={
          <ButtonLink href={routes.productAccess(slug, product.id)}>{t("access.list.people")}</ButtonLink>
        }
      />
      <div className="explanation">
        <Verdict t={t} view={view} />
        {reasons.length > 0 ? (
          <>
            <p className="explanation-rule">
              <strong>{t("access.explain.because")}</strong>
              <span>{t(`access.rules.${resolution}`)}</span>
            </p>
            <Reasons {...text} slug={slug} view={view} />
          </>
        ) : (
          <div className="card">
            <div className="card-body">
              <h2>{t("access.explain.noReason", { name })}</h2>
              <p className="text-muted">
                {t(view.isOutside ? "access.explain.noReasonExternal" : "access.explain.noReasonBody")}
              </p>
            </div>
          </div>
        )}
        {rights !== 0 && reasons.length > 0 ? <Meaning t={t} view={view} /> : null}
      </div>
    </>
  );
}

/** The answer in one look. */
function Verdict({
  t,
  view: { member, object, rights },
}: {
  t: Awaited<ReturnType<typeof pageText>>["t"];
  view: Explained;
}) {
  const { name } = member;
  return (
    <section className="verdict" data-none={rights === 0 ? "" : undefined} aria-labelledby="verdict">
      <p>{t("access.explain.of", { name, object: object.name })}</p>
      <h2 id="verdict">{rightsInWords(t, object.type, rights)}</h2>
    </section>
  );
}

/** What the rights allow, one line each. */
function Meaning({
  t,
  view: { object, rights },
}: {
  t: Awaited<ReturnType<typeof pageText>>["t"];
  view: Explained;
}) {
  return (
    <section className="card" aria-labelledby="meaning">
      <div className="card-head">
        <h2 id="meaning">{t("access.explain.meaning")}</h2>
      </div>
      <div className="card-body">
        <dl className="description-list">
          {wordsFor(object.type, rights).map((word) => {
            const { label, hint } = wordText(t, object.type, word);
            return (
              <div key={word}>
                <dt>{label}</dt>
                <dd>{hint}</dd>
              </div>
            );
          })}
        </dl>
      </div>
    </section>
  );
}
