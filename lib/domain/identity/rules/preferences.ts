import type { Appearance } from "@/lib/kernel/appearance";

type StoredAppearance = Uppercase<Appearance>;

const STORED: Record<Appearance, StoredAppearance> = { light: "LIGHT", dark: "DARK", auto: "AUTO" };
const CHOSEN: Record<StoredAppearance, Appearance> = { LIGHT: "light", DARK: "dark", AUTO: "auto" };

/** The choice as the database keeps it (PREF-1). */
export const storedAppearance = (chosen: Appearance): StoredAppearance => STORED[chosen];

/** The stored choice as forms and cookies say it (PREF-1). */
export const appearanceOf = (stored: StoredAppearance): Appearance => CHOSEN[stored];
