import { Button, ButtonLink } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { Field } from "@/components/ui/Field";
import { Input } from "@/components/ui/Input";
import { findHolders } from "@/lib/domain/products/queries/findHolders";
import { findObjects } from "@/lib/domain/products/queries/findObjects";
import { pageText } from "@/lib/i18n/page";
import type { Translate } from "@/lib/i18n/translator";
import { sentence } from "@/lib/pipeline/failureState";
import { ask } from "@/lib/pipeline/request";
import { nameIn, objectName } from "./words";

type Common = { slug: string; here: string; name: string; q: string; next: (id: string) => string };

type Choice = { id: string; label: string; detail: string; refusals: readonly string[] };

/** Whom something is given to: a search over teams, people and open invitations. */
export async function ChooseHolder({ slug, here, name, q, next, on }: Common & { on: string }) {
  const [{ t }, { holders }] = await Promise.all([pageText(), ask(findHolders, slug, { on, q })]);
  const choices = holders.map(({ as, id, name: called, email, role, refusals }) => ({
    id: `${as}:${id}`,
    label: called,
    detail: [
      as === "member" && role ? t(`common.roles.${role}`) : t(`access.holders.${as}`),
      as === "member" ? email : null,
    ]
      .filter(Boolean)
      .join(" · "),
    refusals,
  }));
  return (
    <Choices
      {...{ t, here, q, next, choices }}
      title={t("access.choose.whom", { name })}
      none={t("access.choose.none")}
    />
  );
}

/** What is given to somebody: a search over products, what is inside them, and kinds. */
export async function ChooseObject({ slug, here, name, q, next, holder }: Common & { holder: string }) {
  const [{ t, locale }, { objects }] = await Promise.all([pageText(), ask(findObjects, slug, { holder, q })]);
  const choices = objects.map((object) => ({
    id: `${object.as}:${object.id}`,
    label: objectName(object, { t, locale }),
    detail:
      object.as === "resource"
        ? `${t(`access.types.${object.type}`)} ${t("access.in", { product: object.productName ?? "" })}`
        : object.as === "product"
          ? nameIn(object.kindNames, locale)
          : t(`access.families.${object.family}`),
    refusals: object.refusals,
  }));
  return (
    <Choices
      {...{ t, here, q, next, choices }}
      title={t("access.choose.what", { name })}
      none={t("access.choose.nothing")}
    />
  );
}

/** A search and what it finds; what cannot be chosen says why. */
function Choices({
  t,
  here,
  q,
  next,
  choices,
  title,
  none,
}: {
  t: Translate;
  here: string;
  q: string;
  next: (id: string) => string;
  choices: readonly Choice[];
  title: string;
  none: string;
}) {
  const [path = "", query = ""] = here.split("?");
  return (
    <Dialog title={title} closeHref={here}>
      <form action={path} method="get" className="mt-4 grid gap-3">
        {[...new URLSearchParams(query), ["give", "1"] as const].map(([name, value]) => (
          <input key={name + value} type="hidden" name={name} value={value} />
        ))}
        <Field id="who" label={t("access.choose.search")}>
          <div className="flex gap-2">
            <Input id="who" name="who" type="search" defaultValue={q} autoComplete="off" data-autofocus />
            <Button type="submit">{t("common.search")}</Button>
          </div>
        </Field>
      </form>
      {choices.length === 0 ? (
        <p className="my-4 text-muted">{none}</p>
      ) : (
        <ul className="choices" aria-label={title}>
          {choices.map((choice) => (
            <li key={choice.id}>
              {choice.refusals.length === 0 ? (
                <a href={next(choice.id)}>
                  <bdi>{choice.label}</bdi>
                </a>
              ) : (
                <span className="text-muted">
                  <bdi>{choice.label}</bdi>
                </span>
              )}
              <small>
                {[
                  choice.detail,
                  ...choice.refusals.slice(0, 1).map((word) => sentence(t, "refusals", word)),
                ].join(" — ")}
              </small>
            </li>
          ))}
        </ul>
      )}
      <div className="actions">
        <ButtonLink href={here} data-keep-scroll>
          {t("common.cancel")}
        </ButtonLink>
      </div>
    </Dialog>
  );
}
