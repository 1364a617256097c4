/**
 * The people and organizations of the demo, the tests and the screenshots: one story everywhere.
 * Atelier Nord is a small architecture office; Agence Boréale is the agency that looks after its sites.
 */

/** The password of every person of the demo. */
export const PASSWORD = "quiet lake before the storm";

export type Character = { firstName: string; lastName: string; email: string; locale: "en" | "fr" };

const person = (
  firstName: string,
  lastName: string,
  email: string,
  locale: "en" | "fr" = "en",
): Character => ({
  firstName,
  lastName,
  email,
  locale,
});

export const cast = {
  /** Legal representative of Atelier Nord, administrator of Studio Lumière, and with an organization of her own. */
  claire: person("Claire", "Fontaine", "claire@atelier-nord.example"),
  /** Administrator of Atelier Nord. */
  marco: person("Marco", "Bianchi", "marco@atelier-nord.example"),
  /** Collaborator of Atelier Nord with the billing right. */
  nadia: person("Nadia", "Keller", "nadia@atelier-nord.example"),
  /** Collaborator of Atelier Nord without it. */
  jonas: person("Jonas", "Weber", "jonas@atelier-nord.example"),
  /** External user of Atelier Nord: a freelance photographer. */
  iris: person("Iris", "Novak", "iris@novak-photo.example"),
  /** Left Atelier Nord some time ago; still in Studio Lumière. */
  felix: person("Félix", "Roche", "felix@roche.example", "fr"),
  /** Legal representative of Studio Lumière. */
  hugo: person("Hugo", "Lambert", "hugo@studio-lumiere.example", "fr"),
  /** Legal representative of the agency Boréale. */
  sofia: person("Sofia", "Lindqvist", "sofia@boreale.example"),
  /** Collaborator at the agency: not assigned to any client. */
  tomas: person("Tomas", "Berg", "tomas@boreale.example"),
  /** Knows none of them. */
  victor: person("Victor", "Dumas", "victor@dumas.example", "fr"),
  /** The provider's staff. */
  olga: person("Olga", "Petrov", "olga@provider.example"),
} satisfies Record<string, Character>;

export type Name = keyof typeof cast;

type Place = [Name, "LEGAL_REPRESENTATIVE" | "ADMINISTRATOR" | "COLLABORATOR" | "EXTERNAL", "billing"?];

export const organizations = {
  atelier: {
    name: "Atelier Nord SA",
    slug: "atelier-nord-sa",
    kind: "COMPANY",
    people: [
      ["claire", "LEGAL_REPRESENTATIVE"],
      ["marco", "ADMINISTRATOR"],
      ["nadia", "COLLABORATOR", "billing"],
      ["jonas", "COLLABORATOR"],
      ["iris", "EXTERNAL"],
    ],
  },
  lumiere: {
    name: "Studio Lumière Sàrl",
    slug: "studio-lumiere-sarl",
    kind: "COMPANY",
    people: [
      ["hugo", "LEGAL_REPRESENTATIVE"],
      ["claire", "ADMINISTRATOR"],
      ["felix", "COLLABORATOR"],
    ],
  },
  boreale: {
    name: "Agence Boréale",
    slug: "agence-boreale",
    kind: "COMPANY",
    people: [
      ["sofia", "LEGAL_REPRESENTATIVE"],
      ["tomas", "COLLABORATOR"],
    ],
  },
  claire: {
    name: "Claire Fontaine",
    slug: "claire-fontaine",
    kind: "PERSON",
    people: [["claire", "LEGAL_REPRESENTATIVE"]],
  },
  dumas: {
    name: "Victor Dumas",
    slug: "victor-dumas",
    kind: "PERSON",
    people: [["victor", "LEGAL_REPRESENTATIVE"]],
  },
} satisfies Record<string, { name: string; slug: string; kind: "COMPANY" | "PERSON"; people: Place[] }>;

export type OrganizationName = keyof typeof organizations;

/** Agence Boréale works for two clients: within limits for one, for everything at the other. */
export const partnerships = [
  { client: "atelier", partner: "boreale", access: "LIMITED" },
  { client: "lumiere", partner: "boreale", access: "FULL" },
] as const satisfies { client: OrganizationName; partner: OrganizationName; access: "LIMITED" | "FULL" }[];
