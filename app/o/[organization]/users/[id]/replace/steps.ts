import type { listSuccessors } from "@/lib/domain/organizations/queries/listSuccessors";

export const STEPS = ["successor", "becomes", "review"] as const;
export const BECOMES = ["ADMINISTRATOR", "COLLABORATOR", "EXTERNAL", "REMOVED"] as const;

export type ReplaceView = Awaited<ReturnType<typeof listSuccessors.execute>>;
export type ReplaceSearch = {
  successor: string | undefined;
  becomes: (typeof BECOMES)[number] | undefined;
  q: string;
};

/** The answer in the address, if it is one. */
export const becomesIn = (text: string | undefined) => BECOMES.find((one) => one === text);

/** The first question that has no answer yet. */
export const stepOf = (view: ReplaceView, search: ReplaceSearch): (typeof STEPS)[number] =>
  view.next === null ? "successor" : search.becomes === undefined ? "becomes" : "review";
