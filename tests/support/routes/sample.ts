import type { Notice } from "@/lib/kernel/notices";
import type { Name } from "@/prisma/cast";
import type { Sql, World } from "@/prisma/stage";
import { openInvitation } from "../steps";

/** The demo's world, and the database to put into it what a page is to show. */
export type Stage = { world: World; sql: Sql };

/** One look at a route: as whom, and at which address. `status` where it is not 200. */
export type Sample = {
  what: string;
  as?: Name;
  status?: number;
  path: string | ((stage: Stage) => string | Promise<string>);
  /** What an action that led there has to say. */
  says?: Notice;
};

/** Looks at routes, by the route's own address. */
export type Samples = Record<string, Sample[]>;

/** An address made from the demo's organizations. */
export const of = (place: (stage: Stage & World["organizations"]) => string) => (stage: Stage) =>
  place({ ...stage, ...stage.world.organizations });

/** The address of an invitation that waits for an answer. */
export const invited = ({ world, sql }: Stage, email: string) =>
  openInvitation(sql, { ...world.organizations.atelier, by: world.people.claire, email });
