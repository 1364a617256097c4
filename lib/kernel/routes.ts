import type { Destination, NoticeWord } from "./notices";

/** Every address of the console is made here; page files stand where these point. */

const inside = (organization: string, path = ""): string => `/o/${organization}${path}`;

const withQuery = (path: string, query: Record<string, string | undefined>): string => {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs)}`;
};

/** Paths that are safe to go back to after sign-in: of this console, and nothing that another host could own. */
const isLocalPath = (path: string): boolean => /^\/(?![/\\])[^\\\s]*$/.test(path);

export const routes = {
  login: (then?: string) =>
    withQuery("/login", { then: then && isLocalPath(then) && then !== "/" ? then : undefined }),
  signup: () => "/signup",
  forgotPassword: () => "/forgot-password",
  resetPassword: (token: string) => `/reset-password/${token}`,
  invitation: (token: string) => `/invite/${encodeURIComponent(token)}`,
  refuseInvitation: (token: string) => `/invite/${encodeURIComponent(token)}/refuse`,
  terms: () => "/terms",
  account: () => "/account",
  accountOrganizations: () => "/account/organizations",
  newOrganization: () => "/account/organizations/new",
  leaveOrganization: (organization: string) => `/account/organizations/leave/${organization}`,
  appearance: () => "/account/appearance",
  language: () => "/account/language",
  adminMail: () => "/admin/mail",
  mail: (id: string) => `/admin/mail/${id}`,
  /** The last organization used; `path` begins with a slash. */
  lastOrganization: (path = "") => inside("~", path),
  overview: (organization: string) => inside(organization),
  users: (organization: string, query: Record<string, string | undefined> = {}) =>
    withQuery(inside(organization, "/users"), query),
  usersCsv: (organization: string) => inside(organization, "/users/csv"),
  /** The same page, saying there, once, what was just done, to how many. */
  after: (to: string, word: NoticeWord, count = 1, also?: number): Destination => ({
    to,
    notice: { word, count, ...(also === undefined ? {} : { also }) },
  }),
  addUser: (
    organization: string,
    step: string,
    draft?: string,
    query: Record<string, string | undefined> = {},
  ) => withQuery(inside(organization, `/users/new/${step}`), { draft, ...query }),
  user: (organization: string, id: string) => inside(organization, `/users/${id}`),
  changeRole: (organization: string, id: string) => inside(organization, `/users/${id}/role`),
  removeUser: (organization: string, id: string) => inside(organization, `/users/${id}/remove`),
  replaceLegalRepresentative: (
    organization: string,
    id: string,
    query: Record<string, string | undefined> = {},
  ) => withQuery(inside(organization, `/users/${id}/replace`), query),
  userAccess: (organization: string, id: string, query: Record<string, string | undefined> = {}) =>
    withQuery(inside(organization, `/users/${id}/access`), query),
  /** Why somebody has what they have on a product or resource (TEAM-5). */
  explainAccess: (organization: string, id: string, object: string) =>
    inside(organization, `/users/${id}/access/${object}`),
  products: (organization: string, query: Record<string, string | undefined> = {}) =>
    withQuery(inside(organization, "/products"), query),
  product: (organization: string, id: string, tab?: string) =>
    withQuery(inside(organization, `/products/${id}`), { tab }),
  productAccess: (organization: string, id: string, query: Record<string, string | undefined> = {}) =>
    withQuery(inside(organization, `/products/${id}/access`), query),
  resources: (organization: string, id: string, query: Record<string, string | undefined> = {}) =>
    withQuery(inside(organization, `/products/${id}/resources`), query),
  resource: (
    organization: string,
    id: string,
    resource: string,
    query: Record<string, string | undefined> = {},
  ) => withQuery(inside(organization, `/products/${id}/resources/${resource}`), query),
  teams: (organization: string, query: Record<string, string | undefined> = {}) =>
    withQuery(inside(organization, "/teams"), query),
  newTeam: (
    organization: string,
    step?: string,
    draft?: string,
    query: Record<string, string | undefined> = {},
  ) => withQuery(inside(organization, step ? `/teams/new/${step}` : "/teams/new"), { draft, ...query }),
  team: (organization: string, id: string, tab?: string) =>
    withQuery(inside(organization, `/teams/${id}`), { tab }),
  /** The team's page, asking whether to do that. */
  confirmForTeam: (organization: string, id: string, confirm: string, query: Record<string, string> = {}) =>
    withQuery(inside(organization, `/teams/${id}`), { ...query, confirm }),
  joinTeam: (organization: string, id: string, query: Record<string, string | undefined> = {}) =>
    withQuery(inside(organization, `/teams/${id}/add`), query),
  giveToTeam: (organization: string, id: string, query: Record<string, string | undefined> = {}) =>
    withQuery(inside(organization, `/teams/${id}/give`), query),
  userTeams: (organization: string, id: string) => inside(organization, `/users/${id}/teams`),
  activity: (organization: string, query: Record<string, string | undefined> = {}) =>
    withQuery(inside(organization, "/activity"), query),
  activityCsv: (organization: string, query: Record<string, string | undefined> = {}) =>
    withQuery(inside(organization, "/activity/csv"), query),
  settings: (organization: string) => inside(organization, "/settings"),
};

/** Cookie that remembers the organization last looked at: what `~` stands for. */
export const LAST_ORGANIZATION_COOKIE = "kontor-last-organization";

/** The wished-for path when it is one of this console's, else `otherwise`. */
export const safePath = (wish: string | null | undefined, otherwise: string): string =>
  wish && isLocalPath(wish) ? wish : otherwise;

/** The token of the invitation that a path leads to; undefined for any other path. */
export function invitationToken(path: string): string | undefined {
  const token = /^\/invite\/([^/?#]{1,200})$/.exec(path)?.[1];
  // Ours are letters that need no encoding: whatever is encoded is none of them.
  return token?.includes("%") ? undefined : token;
}
