import type { IconName } from "@/components/ui/icons";
import type { Locale } from "@/lib/i18n/locales";
import type { Appearance } from "@/lib/kernel/appearance";
import type { ShellLabels } from "./labels";

/** What a form posts to: a server action, or an address. */
export type PostTarget = string | ((data: FormData) => void | Promise<void>);

export interface NavItem {
  label: string;
  href: string;
  icon: IconName;
  /** Found by the longest matching path unless told. */
  current?: boolean;
  /** Not usable now: shown, with the reason. What a role may never use is left out instead. */
  reason?: string;
}

export interface NavSection {
  title?: string;
  items: readonly NavItem[];
}

/** An organization of the switcher; `role` in words. Arrays, because they are in every navigation. */
export type SwitcherEntry = readonly [slug: string, name: string, role: string];

export interface SwitcherData {
  /** Where the reader is now; null outside of organizations (account, administration). */
  current: { slug: string; name: string; role: string } | null;
  mine: readonly SwitcherEntry[];
  clients: readonly SwitcherEntry[];
  /** Address of an organization, `{slug}` standing for it: `/o/{slug}`. */
  href: string;
  allHref: string;
  createHref: string;
}

export interface AccountData {
  name: string;
  address: string;
  /** The role in the current organization, in words. */
  role?: string;
  manageHref: string;
  /** Sent `appearance`: light, dark or auto. */
  appearance: { current: Appearance; action: PostTarget };
  /** Sent `locale`. */
  language: { current: Locale; action: PostTarget };
  logOut: PostTarget;
  /** Hidden fields of these forms. */
  hidden?: Readonly<Record<string, string>>;
}

export interface PaletteData {
  /** Things to do, beside the pages of the sidebar and the organizations. */
  actions?: readonly { label: string; href: string }[];
  /** Lists that can be searched: `{ label: "Search users for “{q}”", href: "/o/acme/users?q={q}" }`. */
  searches?: readonly { label: string; href: string }[];
}

/** The frame of a page, but for the account menu, whose forms are not only data. */
export interface FrameData {
  labels: ShellLabels;
  brand: { name: string; href: string };
  sections: readonly NavSection[];
  switcher: SwitcherData;
  palette?: PaletteData;
  /** The band that stays while a partner manages a client. */
  acting?: { text: string; back: { label: string; href: string } };
  /** From the cookie `SIDEBAR_COOKIE`. */
  folded?: boolean;
}
