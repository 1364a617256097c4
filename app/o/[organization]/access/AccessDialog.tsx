import { randomUUID } from "node:crypto";
import { ConfirmDialog } from "@/components/manager/ConfirmDialog";
import { formLabels } from "@/components/manager/labels";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Callout } from "@/components/ui/Callout";
import { Dialog } from "@/components/ui/Dialog";
import { FieldGroup } from "@/components/ui/Field";
import { Checkbox, RadioCard } from "@/components/ui/Input";
import { type AccessPreview, previewAccess } from "@/lib/domain/products/queries/previewAccess";
import { rightsInWords } from "@/lib/i18n/accessWords";
import type { Locale } from "@/lib/i18n/locales";
import { pageText } from "@/lib/i18n/page";
import type { Translate } from "@/lib/i18n/translator";
import { sentence } from "@/lib/pipeline/failureState";
import { ask } from "@/lib/pipeline/request";
import { changeAccessAction, giveAccessAction, withdrawAccessAction } from "./actions";
import { ChooseHolder, ChooseObject } from "./Choose";
import { Effects } from "./Effects";
import { objectWithin, wordText } from "./words";

export type Search = Record<string, string | string[] | undefined>;

/** The page that the dialog stands on: one side of what is given is known there. */
export type DialogPlace = {
  slug: string;
  /** The page as it is without the dialog. */
  here: string;
  search: Search;
  /** `product:…` or `resource:…` on their pages; `member:…` on a person's. */
  on?: string;
  holder?: string;
  /** What the known side is called. */
  name: string;
};

const one = (value: string | string[] | undefined): string | undefined => [value].flat()[0] || undefined;

/** The address of the dialog's next step. */
const step = (here: string, values: Record<string, string>): string =>
  `${here}${here.includes("?") ? "&" : "?"}${new URLSearchParams(values)}`;

/**
 * Giving, changing and withdrawing access in steps that are addresses: whom or what, which rights, and what that changes
 * for whom before it is done. `?give=1`, `&holder=`, `&on=`, `&rights=`; `?change=<grant>`; `?withdraw=<grant>`.
 */
export async function AccessDialog(place: DialogPlace) {
  const { slug, search, here } = place;
  const [change, withdraw] = [one(search.change), one(search.withdraw)];
  const rights = [search.rights ?? []].flat().filter(Boolean);
  // On the page of a product a person is named; the grant between both is meant.
  const grant = (id: string) => (id.includes(":") ? { holder: id, on: place.on ?? "" } : { id });
  if (withdraw)
    return (
      <Steps
        {...place}
        view={await ask(previewAccess, slug, { act: "withdraw", ...grant(withdraw), rights: [] })}
      />
    );
  if (change)
    return (
      <Steps
        {...place}
        keep={{ change }}
        view={await previewed(slug, { act: "change", ...grant(change), rights }, one(search.all) === "1")}
      />
    );
  if (one(search.give) === undefined) return null;
  const [holder, on] = [place.holder ?? one(search.holder), place.on ?? one(search.on)];
  const q = one(search.who) ?? "";
  const next = (chosen: Record<string, string>) => step(here, { give: "1", ...chosen });
  if (on && !holder) return <ChooseHolder {...place} on={on} q={q} next={(id) => next({ holder: id })} />;
  if (holder && !on) return <ChooseObject {...place} holder={holder} q={q} next={(id) => next({ on: id })} />;
  if (!holder || !on) return null;
  const keep = { give: "1", ...(place.holder ? {} : { holder }), ...(place.on ? {} : { on }) };
  const view = await previewed(slug, { act: "give", holder, on, rights }, one(search.all) === "1");
  return <Steps {...place} keep={keep} view={view} />;
}

/** The preview; "everything" is all that can be chosen, which the first answer says. */
async function previewed(
  slug: string,
  wish: { rights: string[]; [field: string]: unknown },
  everything: boolean,
) {
  const view = await ask(previewAccess, slug, wish);
  return everything && !view.isLadder ? ask(previewAccess, slug, { ...wish, rights: view.words }) : view;
}

async function Steps({
  view,
  keep = {},
  ...place
}: DialogPlace & { view: AccessPreview; keep?: Record<string, string> }) {
  const { t, locale } = await pageText();
  if (view.refusals.length > 0 && (view.isDecided || view.act === "give")) {
    return (
      <Dialog title={t("access.confirm.impossible")} closeHref={place.here}>
        <div className="dialog-text">
          <Callout tone="caution">
            {view.refusals.map((word) => sentence(t, "refusals", word)).join(" ")}
          </Callout>
        </div>
        <div className="actions">
          <ButtonLink href={place.here} data-autofocus data-keep-scroll>
            {t("common.close")}
          </ButtonLink>
          {view.isDecided && Object.keys(keep).length > 0 ? (
            <ButtonLink href={step(place.here, keep)}>{t("common.back")}</ButtonLink>
          ) : null}
        </div>
      </Dialog>
    );
  }
  return view.isDecided ? (
    <Confirm {...place} t={t} locale={locale} view={view} />
  ) : (
    <ChooseRights {...place} t={t} locale={locale} view={view} keep={keep} />
  );
}

type Step = { t: Translate; locale: Locale; view: AccessPreview } & DialogPlace;

/** Which of the rights that there are: several, or one of several levels. */
function ChooseRights({ t, locale, view, keep, here }: Step & { keep: Record<string, string> }) {
  const { object, holder, words, isLadder, given } = view;
  const has = given?.words ?? [];
  const [path = "", query = ""] = here.split("?");
  return (
    <Dialog title={t("access.choose.rightsTitle", { name: holder.name })} closeHref={here}>
      <p className="dialog-text">
        {t("access.choose.rightsOn", { object: objectWithin(object, { t, locale }) })}
      </p>
      <form action={path} method="get" className="grid gap-5">
        {[...new URLSearchParams(query), ...Object.entries(keep)].map(([name, value]) => (
          <input key={name + value} type="hidden" name={name} value={value} />
        ))}
        <FieldGroup id="rights" label={t("access.list.rights")}>
          <div className="grid gap-2">
            {words.map((word) => {
              const { label, hint } = wordText(t, object.type, word);
              const common = { id: `rights-${word}`, name: "rights", value: word, label, hint };
              const isOn = has.includes(word);
              return isLadder ? (
                <RadioCard key={word} {...common} required defaultChecked={isOn} />
              ) : (
                <Checkbox key={word} {...common} defaultChecked={isOn} />
              );
            })}
          </div>
        </FieldGroup>
        <div className="actions">
          <Button type="submit" variant="primary">
            {t("common.continue")}
          </Button>
          {isLadder || words.length < 2 ? null : (
            <Button type="submit" name="all" value="1">
              {t("access.giveFull")}
            </Button>
          )}
          <ButtonLink href={here} data-keep-scroll>
            {t("common.cancel")}
          </ButtonLink>
        </div>
      </form>
    </Dialog>
  );
}

const ACTIONS = { give: giveAccessAction, change: changeAccessAction, withdraw: withdrawAccessAction };

/** What it changes for whom, before it is done. */
function Confirm({ t, locale, view, slug, here }: Step) {
  const { act, holder, object, given, chosen, effects, counts, takes, person } = view;
  const called = { name: holder.name, object: objectWithin(object, { t, locale }) };
  const rights = chosen.map((word) => wordText(t, object.type, word).label).join(", ");
  const before = rightsInWords(t, object.type, given?.rights ?? 0);
  return (
    <ConfirmDialog
      title={t(`access.confirm.${act}Title`, called)}
      consequence={
        <div className="grid gap-3">
          {act === "give" ? <p>{t("access.confirm.rights", { name: holder.name, rights })}</p> : null}
          {act === "change" ? <p>{t("access.confirm.rightsChanged", { before, rights })}</p> : null}
          {counts === "now" ? (
            <Effects t={t} effects={effects} />
          ) : (
            <p>{t(`access.confirm.${counts}`, called)}</p>
          )}
        </div>
      }
      action={ACTIONS[act]}
      scope={{ key: randomUUID(), user: person.userId, organization: slug }}
      hidden={{
        then: here,
        seal: view.seal,
        ...(given
          ? { id: given.id, seen: String(given.rights) }
          : { holder: `${holder.as}:${holder.id}`, on: `${object.as}:${object.id}` }),
      }}
      labels={formLabels(t)}
      submit={t(`access.confirm.${act}`)}
      cancel={{ label: t("common.cancel"), href: here }}
      tone={takes ? "danger" : "primary"}
    >
      {chosen.map((word) => (
        <input key={word} type="hidden" name="rights[]" value={word} />
      ))}
    </ConfirmDialog>
  );
}
