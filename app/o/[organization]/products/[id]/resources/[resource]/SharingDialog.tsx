import { randomUUID } from "node:crypto";
import { ConfirmDialog } from "@/components/manager/ConfirmDialog";
import { formLabels } from "@/components/manager/labels";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Callout } from "@/components/ui/Callout";
import { Dialog } from "@/components/ui/Dialog";
import { FieldGroup } from "@/components/ui/Field";
import { RadioCard } from "@/components/ui/Input";
import { previewSharing, type SharingPreview } from "@/lib/domain/products/queries/previewSharing";
import { rightsInWords } from "@/lib/i18n/accessWords";
import { pageText } from "@/lib/i18n/page";
import type { Translate } from "@/lib/i18n/translator";
import { sentence } from "@/lib/pipeline/failureState";
import { ask } from "@/lib/pipeline/request";
import { EffectLines, summaryInWords } from "../../../../access/Effects";
import { wordText } from "../../../../access/words";
import { shareResourceAction } from "../actions";

type Place = {
  slug: string;
  product: string;
  resource: string;
  /** The page as it is without the dialog. */
  here: string;
};

/** The choice of sharing nothing, in the address. */
const NOBODY = "none";

/** Sharing something otherwise, in two addresses: what everybody has, and whom that gives or takes what. */
export async function SharingDialog({ wish, ...place }: Place & { wish: string | undefined }) {
  const { slug, product, resource } = place;
  const shared = wish === undefined ? null : wish === NOBODY ? [] : [wish];
  const [{ t }, view] = await Promise.all([
    pageText(),
    ask(previewSharing, slug, { product, resource, shared }),
  ]);
  return view.choice ? (
    <Confirm {...place} t={t} view={view} choice={view.choice} />
  ) : (
    <Choose {...place} t={t} view={view} />
  );
}

type Step = Place & { t: Translate; view: SharingPreview };

function Choose({ t, view: { resource, levels, now }, here }: Step) {
  const { name, type } = resource;
  const [path = "", query = ""] = here.split("?");
  const choices = [
    { value: NOBODY, label: t("access.resources.sharedNo"), hint: t("access.resources.shareNoHint") },
    ...levels.map((level) => ({ value: level, ...wordText(t, type, level) })),
  ];
  return (
    <Dialog title={t("access.resources.shareTitle", { name })} closeHref={here}>
      <p className="dialog-text">{t("access.resources.sharedHint")}</p>
      <form action={path} method="get" className="grid gap-5">
        {[...new URLSearchParams(query), ["share", "1"]].map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <FieldGroup id="to" label={t("access.resources.shareChoice")}>
          <div className="grid gap-2">
            {choices.map(({ value, label, hint }) => (
              <RadioCard
                key={value}
                id={`to-${value}`}
                name="to"
                value={value}
                label={label}
                hint={hint}
                required
                defaultChecked={value === (now[0] ?? NOBODY)}
              />
            ))}
          </div>
        </FieldGroup>
        <div className="actions">
          <Button type="submit" variant="primary">
            {t("common.continue")}
          </Button>
          <ButtonLink href={here} data-keep-scroll>
            {t("common.cancel")}
          </ButtonLink>
        </div>
      </form>
    </Dialog>
  );
}

/** Who gains and loses what, before it is done. */
function Confirm({
  t,
  view: { resource, person },
  choice,
  slug,
  product,
  here,
}: Step & { choice: NonNullable<SharingPreview["choice"]> }) {
  const { id, type, name, version, sharedRights } = resource;
  const [refusal] = choice.refusals;
  if (refusal)
    return (
      <Dialog title={t("access.confirm.impossible")} closeHref={here}>
        <div className="dialog-text">
          <Callout tone="caution">{sentence(t, "refusals", refusal)}</Callout>
        </div>
        <div className="actions">
          <ButtonLink href={here} data-autofocus data-keep-scroll>
            {t("common.close")}
          </ButtonLink>
          <ButtonLink href={`${here}${here.includes("?") ? "&" : "?"}share=1`}>{t("common.back")}</ButtonLink>
        </div>
      </Dialog>
    );
  const called = (rights: number) =>
    rights === 0 ? t("access.resources.sharedNo") : rightsInWords(t, type, rights);
  const { gaining, gains, losing, losses } = choice;
  return (
    <ConfirmDialog
      title={t("access.resources.shareConfirmTitle", { name })}
      consequence={
        <div className="grid gap-3">
          <p>
            {t("access.resources.shareBecomes", {
              before: called(sharedRights),
              after: called(choice.rights),
            })}
          </p>
          <p className="font-medium">
            {summaryInWords(t, { gainers: gains, gains, losers: losses, losses })}
          </p>
          <EffectLines
            t={t}
            label={t("access.effects.list")}
            lines={[...losing, ...gaining].map(({ name, ...one }) => ({ ...one, what: name, type }))}
            gains={gains}
            losses={losses}
          />
          <p className="text-muted">{t("access.resources.shareExternals")}</p>
        </div>
      }
      action={shareResourceAction}
      scope={{ key: randomUUID(), user: person.userId, organization: slug }}
      hidden={{
        product,
        resource: id,
        version: String(version),
        seal: choice.seal,
        shared: choice.word,
        then: here,
      }}
      labels={formLabels(t)}
      submit={t("access.resources.shareSubmit")}
      cancel={{ label: t("common.cancel"), href: here }}
      tone={losses > 0 ? "danger" : "primary"}
    />
  );
}
