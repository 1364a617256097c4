import type { NavItem, NavSection, PaletteData } from "@/components/manager/shellTypes";
import type { shell } from "@/lib/domain/organizations/queries/shell";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";

type View = Awaited<ReturnType<typeof shell.execute>>;

/** The sidebar: what the reader's role never sees is left out. */
export function sectionsOf(t: Translate, { organization: { slug }, sees }: View): NavSection[] {
  const only = (isSeen: boolean, item: NavItem): NavItem[] => (isSeen ? [item] : []);
  const sections: NavSection[] = [
    {
      items: [
        { label: t("shell.nav.overview"), href: routes.overview(slug), icon: "overview" },
        ...only(sees.products, {
          label: t("shell.nav.products"),
          href: routes.products(slug),
          icon: "products",
        }),
      ],
    },
    {
      title: t("shell.nav.people"),
      items: [
        ...only(sees.users, { label: t("shell.nav.users"), href: routes.users(slug), icon: "users" }),
        ...only(sees.teams, { label: t("shell.nav.teams"), href: routes.teams(slug), icon: "teams" }),
      ],
    },
    {
      title: t("shell.nav.organization"),
      items: [
        ...only(sees.activity, {
          label: t("shell.nav.activity"),
          href: routes.activity(slug),
          icon: "activity",
        }),
        ...only(sees.settings, {
          label: t("shell.nav.settings"),
          href: routes.settings(slug),
          icon: "settings",
        }),
      ],
    },
  ];
  return sections.filter((section) => section.items.length > 0);
}

/** What the command palette can do here beside going to pages and switching. */
export function paletteData(
  t: Translate,
  { organization: { slug }, sees, mayInvite, mayManageTeams }: View,
): PaletteData {
  return {
    actions: [
      ...(mayInvite ? [{ label: t("users.add"), href: routes.addUser(slug, "addresses") }] : []),
      ...(mayManageTeams ? [{ label: t("teams.add"), href: routes.newTeam(slug, "name") }] : []),
      { label: t("shell.switcher.create"), href: routes.newOrganization() },
    ],
    searches: [
      ...(sees.products
        ? [{ label: t("shell.search.products", { q: "{q}" }), href: `${routes.products(slug)}?q={q}` }]
        : []),
      ...(sees.users
        ? [{ label: t("shell.search.users", { q: "{q}" }), href: `${routes.users(slug)}?q={q}` }]
        : []),
      ...(sees.teams
        ? [{ label: t("shell.search.teams", { q: "{q}" }), href: `${routes.teams(slug)}?q={q}` }]
        : []),
    ],
  };
}

/** The band that stays while somebody acts for a client (PART-16). */
export function actingBand(t: Translate, { organization, actingFor }: View) {
  if (!actingFor) return undefined;
  const names = { client: organization.name, partner: actingFor.partner.name };
  return {
    text: t(actingFor.access === "FULL" ? "shell.acting.full" : "shell.acting.limited", names),
    back: { label: t("shell.acting.back"), href: routes.overview(actingFor.partner.slug) },
  };
}
