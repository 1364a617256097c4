"use client";

import { type ReactNode, useMemo } from "react";
import { Icon } from "@/components/ui/Icon";
import { Logo } from "@/components/ui/Logo";
import { AccountMenu } from "./AccountMenu";
import { ClientNavigation } from "./ClientNavigation";
import { CommandPalette } from "./CommandPalette";
import { OrganizationSwitcher } from "./OrganizationSwitcher";
import { type Packed, unpack } from "./packed";
import { Sidebar } from "./Sidebar";
import type { AccountData, FrameData } from "./shellTypes";

const SIDEBAR_ID = "sidebar";

/** The frame in the browser. */
export function Frame({
  data,
  account,
  children,
}: {
  data: Packed<FrameData>;
  account: AccountData;
  children: ReactNode;
}) {
  const {
    labels,
    brand,
    sections,
    switcher,
    palette = {},
    acting,
    folded = false,
  } = useMemo(() => unpack(data), [data]);
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
        <Icon name="menu" />
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
