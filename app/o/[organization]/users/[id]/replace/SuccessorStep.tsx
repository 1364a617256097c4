import { EmptyState } from "@/components/manager/EmptyState";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Callout } from "@/components/ui/Callout";
import { FieldGroup } from "@/components/ui/Field";
import { Input, RadioCard } from "@/components/ui/Input";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";
import type { ReplaceSearch, ReplaceView } from "./steps";

/** Everybody inside the organization, by rank; many are found by a search. */
export function SuccessorStep({
  t,
  view,
  search,
  here,
}: {
  t: Translate;
  view: ReplaceView;
  search: ReplaceSearch;
  here: string;
}) {
  const { candidates, total, organization, old } = view;
  if (total === 0)
    return (
      <EmptyState
        title={t("users.replace.noneTitle")}
        body={t("users.replace.noneBody")}
        icon="users"
        action={{
          label: t("users.add"),
          href: routes.addUser(organization.slug, "addresses"),
          primary: true,
        }}
      />
    );
  const isMany = total > candidates.length || search.q !== "";
  return (
    <div className="grid gap-5">
      {search.successor && !view.next ? <Callout tone="caution">{t("users.replace.gone")}</Callout> : null}
      {isMany ? (
        <form action={here} method="get" className="grid gap-2" data-keep-scroll>
          <Hidden values={{ successor: view.next?.id, becomes: search.becomes, go: "successor" }} />
          <div className="flex gap-2">
            <Input
              type="search"
              name="q"
              key={search.q}
              defaultValue={search.q}
              maxLength={200}
              aria-label={t("users.replace.search")}
              placeholder={t("users.replace.search")}
              autoComplete="off"
            />
            <Button type="submit">{t("common.search")}</Button>
          </div>
          <p className="text-sm text-muted" role="status">
            {candidates.length === 0
              ? t("users.replace.noMatch")
              : t("users.replace.found", { shown: candidates.length, total })}
          </p>
        </form>
      ) : null}
      <form action={here} method="get" className="grid gap-5">
        <Hidden values={{ becomes: search.becomes, go: "becomes" }} />
        {candidates.length > 0 ? (
          <FieldGroup id="successor" label={t("users.replace.successor")}>
            <div className="grid gap-2">
              {candidates.map((candidate) => (
                <RadioCard
                  key={candidate.id}
                  id={`successor-${candidate.id}`}
                  name="successor"
                  value={candidate.id}
                  required
                  defaultChecked={candidate.id === view.next?.id}
                  label={<bdi>{candidate.name}</bdi>}
                  hint={`${t(`common.roles.${candidate.role}`)} · ${candidate.email}`}
                />
              ))}
            </div>
          </FieldGroup>
        ) : null}
        <div className="actions">
          {candidates.length > 0 ? (
            <Button type="submit" variant="primary">
              {t("common.continue")}
            </Button>
          ) : null}
          <ButtonLink href={routes.user(organization.slug, old.id)}>{t("common.cancel")}</ButtonLink>
        </div>
      </form>
    </div>
  );
}

/** What the address goes on carrying. */
const Hidden = ({ values }: { values: Readonly<Record<string, string | undefined>> }) =>
  Object.entries(values).map(([name, value]) =>
    value ? <input key={name} type="hidden" name={name} value={value} /> : null,
  );
