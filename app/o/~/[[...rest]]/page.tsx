import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { accountShell } from "@/lib/domain/organizations/queries/accountShell";
import { LAST_ORGANIZATION_COOKIE, routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";

/** The last organization used, as long as it is still one of the person's; mails and help pages link here (ORG-5). */
export default async function LastOrganizationPage({ params, searchParams }: PageProps<"/o/~/[[...rest]]">) {
  const [{ rest = [] }, search, jar, { organizations, clients }] = await Promise.all([
    params,
    searchParams,
    cookies(),
    ask(accountShell, null, {}),
  ]);
  const last = jar.get(LAST_ORGANIZATION_COOKIE)?.value;
  const places = [...organizations, ...clients];
  const place = places.find(({ slug }) => slug === last) ?? places[0];
  if (!place) redirect(routes.accountOrganizations());
  const query = new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one])),
  ).toString();
  const path = [routes.overview(place.slug), ...rest].join("/");
  redirect(query ? `${path}?${query}` : path);
}
