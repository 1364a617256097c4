import { routes } from "@/lib/kernel/routes";
import type { Caller } from "@/lib/pipeline/caller";
import { accountShell } from "./queries/accountShell";

type Place = { readonly slug: string };

/** The organization that this browser showed last, as long as it is still one of the person's; else their first (ORG-5). */
export const placeToEnter = <Found extends Place>(
  { organizations, clients }: { organizations: readonly Found[]; clients: readonly Found[] },
  last: string | undefined,
): Found | undefined => {
  const places = [...organizations, ...clients];
  return places.find(({ slug }) => slug === last) ?? places[0];
};

/** Its address, for whoever has just signed in: a detour by `~` would leave the page empty for a moment. */
export async function homeOf(caller: Caller): Promise<string> {
  const place = placeToEnter<Place>(await accountShell.execute(caller, {}), caller.lastOrganization);
  return place ? routes.overview(place.slug) : routes.accountOrganizations();
}
