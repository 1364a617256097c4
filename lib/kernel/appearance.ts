/** Light, dark, or as the system is (PREF-1). */
export const APPEARANCES = ["light", "dark", "auto"] as const;
export type Appearance = (typeof APPEARANCES)[number];

/** Cookie that carries the person's choice to the server, which writes it on `<html data-appearance>`. */
export const APPEARANCE_COOKIE = "kontor-appearance";

/** The choice in a cookie; anything else follows the system. */
export const readAppearance = (value: string | undefined): Appearance =>
  APPEARANCES.find((appearance) => appearance === value) ?? "auto";
