import type { HadProduct } from "@/lib/domain/products/had";
import { originsInWords, rightsInWords } from "@/lib/i18n/accessWords";
import type { Locale } from "@/lib/i18n/locales";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";
import { nameIn } from "./access/words";

/** What one has on a product and inside it, in words, each with where it comes from. */
export function Having({
  text: { t, locale },
  slug,
  had: { id, rights, from, givenKind, inside },
  label,
  opensInside,
}: {
  text: { t: Translate; locale: Locale };
  slug: string;
  had: HadProduct;
  /** What the list of what is inside is called. */
  label: string;
  opensInside: boolean;
}) {
  return (
    <>
      {rights === 0 ? null : (
        <p>
          {rightsInWords(t, "PRODUCT", rights)} <Origins t={t} from={from} kind={nameIn(givenKind, locale)} />
        </p>
      )}
      {inside.length > 0 ? (
        <ul className="mt-1 grid gap-2 border-l border-line pl-4" aria-label={label}>
          {inside.map((one) => (
            <li key={one.id}>
              <span className="text-muted">{t(`access.types.${one.type}`)}</span>{" "}
              {opensInside ? (
                <a
                  href={routes.resource(slug, id, one.id)}
                  className="inline-block py-0.5 [overflow-wrap:anywhere]"
                >
                  <bdi>{one.name}</bdi>
                </a>
              ) : (
                <bdi className="[overflow-wrap:anywhere]">{one.name}</bdi>
              )}
              <p>
                {rightsInWords(t, one.type, one.rights)} <Origins t={t} from={one.from} />
              </p>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

const Origins = ({ t, from, kind }: { t: Translate; from: HadProduct["from"]; kind?: string }) => (
  <span className="text-muted">({originsInWords(t, from, kind)})</span>
);
