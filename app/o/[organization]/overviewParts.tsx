import { Checklist, type ChecklistItem } from "@/components/manager/Checklist";
import { Card } from "@/components/ui/Card";
import type { overview } from "@/lib/domain/organizations/queries/overview";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";

type Part = { t: Translate; view: Awaited<ReturnType<typeof overview.execute>> };

/** What wants somebody's hand, with where to go for it. */
export function ToDo({ t, view: { organization, toDo } }: Part) {
  const { slug } = organization;
  const open: ChecklistItem[] = [
    ...(toDo.onlyOneLegalRepresentative
      ? [
          {
            label: t("overview.toDo.onlyLegal"),
            hint: t("overview.toDo.onlyLegalHint"),
            link: { label: t("overview.toDo.onlyLegalLink"), href: routes.users(slug, { show: "members" }) },
            met: false,
          },
        ]
      : []),
    ...(toDo.invitations
      ? [
          {
            label: t("overview.toDo.invitations", {
              count: toDo.invitations.open,
              lapsed: toDo.invitations.lapsed,
            }),
            hint: t("overview.toDo.invitationsHint"),
            link: {
              label: t("overview.toDo.invitationsLink"),
              href: routes.users(slug, { show: "invitations" }),
            },
            met: false,
          },
        ]
      : []),
    ...(toDo.coordinates
      ? [
          {
            label: t("overview.toDo.coordinates"),
            hint: t("overview.toDo.coordinatesHint"),
            link: { label: t("overview.toDo.coordinatesLink"), href: routes.settings(slug) },
            met: false,
          },
        ]
      : []),
  ];
  const nothing = {
    label: t("overview.toDo.nothing"),
    hint: t("overview.toDo.nothingHint"),
    met: true,
  };
  return (
    <Card id="to-do" title={t("overview.toDo.title")}>
      <Checklist
        items={open.length > 0 ? open : [nothing]}
        labels={{ met: t("common.checklist.met"), open: t("common.checklist.open") }}
      />
    </Card>
  );
}

/** Side by side, however many figures this reader sees. */
const COLUMNS: Readonly<Record<number, string>> = {
  3: "sm:grid-cols-3",
  4: "grid-cols-2 lg:grid-cols-4",
  5: "grid-cols-2 lg:grid-cols-5",
};

/** How many people of which kind, and how many products and teams, each leading to the list of them. */
export function Figures({
  t,
  view: {
    organization: { slug },
    counts,
    sees,
  },
}: Part) {
  const figures = [
    ...(["members", "externals", "invitations"] as const).map((kind) => ({
      kind,
      count: counts[kind],
      href: routes.users(slug, { show: kind }),
    })),
    ...(sees.products
      ? [{ kind: "products" as const, count: counts.products, href: routes.products(slug) }]
      : []),
    ...(sees.teams ? [{ kind: "teams" as const, count: counts.teams, href: routes.teams(slug) }] : []),
  ];
  return (
    <section
      aria-label={t("overview.figures.title")}
      className={`grid gap-4 ${COLUMNS[figures.length] ?? ""}`}
    >
      {figures.map(({ kind, count, href }) => (
        <a key={kind} href={href} className="card px-5 py-4 hover:bg-hover hover:no-underline">
          <span className="block text-muted">{t(`overview.figures.${kind}`)}</span>
          <span className="mt-1 block text-2xl/8 font-semibold text-ink tabular-nums">
            {t("overview.figures.count", { count: count ?? 0 })}
          </span>
        </a>
      ))}
    </section>
  );
}
