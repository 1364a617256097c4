"use client";

import { Menu as MenuGlyph } from "lucide-react";
import type { ReactNode } from "react";
import { Logo } from "@/components/ui/Logo";
import { AccountMenu } from "./AccountMenu";
import { ClientNavigation } from "./ClientNavigation";
import { CommandPalette } from "./CommandPalette";
import type { ShellLabels } from "./labels";
import { OrganizationSwitcher } from "./OrganizationSwitcher";
import { Sidebar } from "./Sidebar";
import type { AccountData, NavSection, PaletteData, SwitcherData } from "./shellTypes";

const SIDEBAR_ID = "sidebar";

/**
 * The frame of the Manager: switcher at the top left, navigation, command palette, account at the top right, and the page
 * in `<main id="content">`. Everything is data; it knows no role and no rule.
 */
export function Shell({
  labels,
  brand,
  sections,
  switcher,
  account,
  palette = {},
  acting,
  folded = false,
  children,
}: {
  labels: ShellLabels;
  brand: { name: string; href: string };
  sections: readonly NavSection[];
  switcher: SwitcherData;
  account: AccountData;
  palette?: PaletteData;
  /** The band that stays while a partner manages a client. */
  acting?: { text: string; back: { label: string; href: string } };
  /** From the cookie `SIDEBAR_COOKIE`. */
  folded?: boolean;
  children: ReactNode;
}) {
  return (
    <div className="shell" data-folded={folded ? "" : undefined}>
      <a className="skip-link" href="#content">
        {labels.skip}
      </a>
      <ClientNavigation />
      {acting ? (
        <aside className="band" aria-label={acting.text}>
          <span>{acting.text}</span>
          <a href={acting.back.href}>{acting.back.label}</a>
        </aside>
      ) : null}
      <button
        type="button"
        className="menu-toggle icon-button"
        popoverTarget={SIDEBAR_ID}
        aria-label={labels.openMenu}
      >
        <MenuGlyph aria-hidden="true" />
      </button>
      <OrganizationSwitcher data={switcher} sections={sections} labels={labels.switcher} />
      <Sidebar
        id={SIDEBAR_ID}
        sections={sections}
        labels={labels}
        folded={folded}
        brand={
          <a className="brand" href={brand.href}>
            <Logo />
            <span>{brand.name}</span>
          </a>
        }
      />
      <header className="topbar">
        <CommandPalette sections={sections} data={palette} switcher={switcher} labels={labels.palette} />
        <AccountMenu data={account} labels={labels.account} />
      </header>
      <main className="page" id="content" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
