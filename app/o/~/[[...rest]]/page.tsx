import { redirect } from "next/navigation";
import { placeToEnter } from "@/lib/domain/organizations/places";
import { accountShell } from "@/lib/domain/organizations/queries/accountShell";
import { routes } from "@/lib/kernel/routes";
import { ask, currentCaller } from "@/lib/pipeline/request";

/** The last organization used, as long as it is still one of the person's; mails and help pages link here (ORG-5). */
export default async function LastOrganizationPage({ params, searchParams }: PageProps<"/o/~/[[...rest]]">) {
  const [{ rest = [] }, search, { lastOrganization }, shell] = await Promise.all([
    params,
    searchParams,
    currentCaller(),
    ask(accountShell, null, {}),
  ]);
  const place = placeToEnter<{ slug: string }>(shell, lastOrganization);
  if (!place) redirect(routes.accountOrganizations());
  const query = new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one])),
  ).toString();
  const path = [routes.overview(place.slug), ...rest].join("/");
  redirect(query ? `${path}?${query}` : path);
}
