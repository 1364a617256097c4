import type { ObjectType, ResourceType } from "@/lib/access/families";
import type { Name, OrganizationName } from "./cast";

/**
 * What the organizations of the cast have, and who in them reaches what: the second half of the story. The grants of
 * Atelier Nord show each rule once (TEAM-4): what is said beside them is what somebody who asks "why?" is told.
 */

export type Thing = { type: ResourceType; name: string; shared?: string };

export type Product = {
  kind: string;
  offer: string;
  name: string;
  quantity?: number;
  period?: "MONTH" | "QUARTER" | "YEAR";
  /** Days that are still paid for; half a year unless told. */
  paidDays?: number;
  /** The key of the suite that it came with. */
  partOf?: string;
  personalOf?: Name;
  inside?: Readonly<Record<string, Thing>>;
};

export type StagedTeam = { name: string; colour: string; description: string; members: Name[] };

/** Who was given what: `claire`, or `team:projects`; on a key of this file, or `all:web-hosting`; in words of families.ts. */
export type Gift = readonly [
  to: Name | `team:${string}`,
  on: string,
  type: ObjectType,
  ...words: readonly string[],
];

export type Possessions = {
  products: Readonly<Record<string, Product>>;
  teams?: Readonly<Record<string, StagedTeam>>;
  grants?: readonly Gift[];
};

const mailbox = (name: string): Thing => ({ type: "MAILBOX", name });
const folder = (name: string): Thing => ({ type: "FOLDER", name });
const channel = (name: string): Thing => ({ type: "CHANNEL", name });

export const possessions: Readonly<Partial<Record<OrganizationName, Possessions>>> = {
  atelier: {
    products: {
      suite: {
        kind: "suite",
        offer: "business",
        name: "Atelier Nord",
        quantity: 5,
        inside: {
          holidays: { type: "CALENDAR", name: "Holidays", shared: "read" },
          meetingRoom: { type: "CALENDAR", name: "Meeting room", shared: "write" },
          clients: { type: "ADDRESS_BOOK", name: "Clients and suppliers", shared: "write" },
        },
      },
      mail: {
        kind: "suite-mail",
        offer: "included",
        name: "Atelier Nord mail",
        partOf: "suite",
        inside: {
          claireBox: mailbox("claire@atelier-nord.example"),
          marcoBox: mailbox("marco@atelier-nord.example"),
          nadiaBox: mailbox("nadia@atelier-nord.example"),
          jonasBox: mailbox("jonas@atelier-nord.example"),
          officeBox: mailbox("office@atelier-nord.example"),
          projectsBox: mailbox("projects@atelier-nord.example"),
          pressBox: mailbox("press@atelier-nord.example"),
        },
      },
      drive: {
        kind: "suite-drive",
        offer: "included",
        name: "Atelier Nord drive",
        partOf: "suite",
        inside: {
          plans: folder("Plans"),
          photographs: folder("Photographs"),
          contracts: folder("Contracts"),
          competitions: folder("Competitions"),
        },
      },
      chat: {
        kind: "suite-chat",
        offer: "included",
        name: "Atelier Nord chat",
        partOf: "suite",
        inside: {
          general: channel("general"),
          projectsChannel: channel("projects"),
          communicationChannel: channel("communication"),
        },
      },
      domain: { kind: "domain", offer: "com", name: "atelier-nord.example", paidDays: 96 },
      website: {
        kind: "web-hosting",
        offer: "standard",
        name: "Website atelier-nord.example",
        paidDays: 211,
      },
      competition: {
        kind: "web-hosting",
        offer: "standard",
        name: "Competition quai-des-bateaux.example",
        period: "MONTH",
        paidDays: 12,
      },
      newsletter: {
        kind: "newsletter",
        offer: "standard",
        name: "Letter to clients",
        period: "MONTH",
        paidDays: 23,
      },
      ticketing: { kind: "ticketing", offer: "standard", name: "Open house 2027", paidDays: 302 },
    },
    teams: {
      projects: {
        name: "Projects",
        colour: "BLUE",
        description: "Everybody who draws, and the photographer who documents the sites.",
        members: ["nadia", "jonas", "iris"],
      },
      communication: {
        name: "Communication",
        colour: "PINK",
        description: "Website, newsletter and the open house.",
        members: ["marco", "jonas"],
      },
    },
    grants: [
      // Everybody reads their own mail.
      [
        "claire",
        "claireBox",
        "MAILBOX",
        "read",
        "filters",
        "signatures",
        "auto_reply",
        "password",
        "folders",
        "rules",
      ],
      [
        "marco",
        "marcoBox",
        "MAILBOX",
        "read",
        "filters",
        "signatures",
        "auto_reply",
        "password",
        "folders",
        "rules",
      ],
      [
        "nadia",
        "nadiaBox",
        "MAILBOX",
        "read",
        "filters",
        "signatures",
        "auto_reply",
        "password",
        "folders",
        "rules",
      ],
      [
        "jonas",
        "jonasBox",
        "MAILBOX",
        "read",
        "filters",
        "signatures",
        "auto_reply",
        "password",
        "folders",
        "rules",
      ],
      ["claire", "officeBox", "MAILBOX", "read", "folders"],
      ["claire", "contracts", "FOLDER", "manage"],
      ["claire", "general", "CHANNEL", "admin"],
      ["marco", "general", "CHANNEL", "member"],

      ["team:projects", "projectsBox", "MAILBOX", "read", "folders"],
      ["team:projects", "plans", "FOLDER", "write"],
      ["team:projects", "competitions", "FOLDER", "write"],
      ["team:projects", "photographs", "FOLDER", "read"],
      ["team:projects", "projectsChannel", "CHANNEL", "member"],
      ["team:projects", "competition", "PRODUCT", "technical"],

      ["team:communication", "pressBox", "MAILBOX", "read", "signatures"],
      ["team:communication", "communicationChannel", "CHANNEL", "member"],
      ["team:communication", "website", "PRODUCT", "technical"],
      ["team:communication", "newsletter", "PRODUCT", "technical", "statistics"],

      // Drive: one's own stands above the team's, whichever is larger. Jonas reads where the team writes, Nadia manages.
      ["jonas", "plans", "FOLDER", "read"],
      ["nadia", "plans", "FOLDER", "manage"],
      // Nothing can be one's own too: the team enters the competitions, the photographer does not.
      ["iris", "competitions", "FOLDER", "none"],
      ["iris", "photographs", "FOLDER", "write"],
      // Mail: everything adds up. The team reads; Nadia answers in the team's name as well.
      ["nadia", "projectsBox", "MAILBOX", "signatures", "auto_reply"],
      // The rest: the highest wins. Jonas leads the channel that the team is in; and of two rights that do not contain
      // each other he has both.
      ["jonas", "projectsChannel", "CHANNEL", "admin"],
      ["jonas", "website", "PRODUCT", "statistics"],
      // All of a kind, those to come included: whoever keeps the books sees the figures of each hosting.
      ["nadia", "all:web-hosting", "PRODUCT", "statistics"],
      // At the door somebody checks tickets and somebody sells them.
      ["iris", "ticketing", "PRODUCT", "check"],
      ["jonas", "ticketing", "PRODUCT", "check", "sale"],
    ],
  },
  lumiere: {
    products: {
      domain: { kind: "domain", offer: "ch", name: "studio-lumiere.example", paidDays: 40 },
      website: {
        kind: "web-hosting",
        offer: "standard",
        name: "Website studio-lumiere.example",
        paidDays: 150,
      },
      mail: {
        kind: "mail",
        offer: "standard",
        name: "Mail studio-lumiere.example",
        inside: {
          hugoBox: mailbox("hugo@studio-lumiere.example"),
          contactBox: mailbox("contact@studio-lumiere.example"),
        },
      },
    },
    grants: [["hugo", "hugoBox", "MAILBOX", "read", "filters", "signatures", "auto_reply", "password"]],
  },
  claire: {
    products: {
      suite: { kind: "personal-suite", offer: "plus", name: "Claire’s suite", personalOf: "claire" },
      mail: {
        kind: "suite-mail",
        offer: "included",
        name: "Claire’s mail",
        partOf: "suite",
        inside: { box: mailbox("claire.fontaine@home.example") },
      },
      drive: {
        kind: "suite-drive",
        offer: "included",
        name: "Claire’s drive",
        partOf: "suite",
        inside: { family: folder("Family") },
      },
    },
    grants: [["claire", "box", "MAILBOX", "read", "password"]],
  },
};
