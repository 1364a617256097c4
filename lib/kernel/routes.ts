/** Every address of the console is made here; page files stand where these point. */

const inside = (organization: string, path = ""): string => `/o/${organization}${path}`;

const withQuery = (path: string, query: Record<string, string | undefined>): string => {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs)}`;
};

/** Paths that are safe to go back to after sign-in: of this console, and nothing that another host could own. */
const isLocalPath = (path: string): boolean => /^\/(?![/\\])[^\\\s]*$/.test(path);

/** What a page can be told to say was done: a word of `users.done.…`. */
export const DONE = ["changed", "removed", "resent", "revoked", "replaced"] as const;
export type Done = (typeof DONE)[number];

export const routes = {
  login: (then?: string) =>
    withQuery("/login", { then: then && isLocalPath(then) && then !== "/" ? then : undefined }),
  /** Sign-in, saying that the password was changed or that one has left. */
  loginAfter: (event: "password-changed" | "signed-out") => `/login?after=${event}`,
  signup: () => "/signup",
  forgotPassword: () => "/forgot-password",
  resetPassword: (token: string) => `/reset-password/${token}`,
  invitation: (token: string) => `/invite/${encodeURIComponent(token)}`,
  terms: () => "/terms",
  account: () => "/account",
  accountOrganizations: () => "/account/organizations",
  accountOrganizationsAfter: (event: "left") => `/account/organizations?after=${event}`,
  newOrganization: () => "/account/organizations/new",
  leaveOrganization: (organization: string) => `/account/organizations/leave/${organization}`,
  appearance: () => "/account/appearance",
  language: () => "/account/language",
  languageAfter: (event: "saved") => `/account/language?after=${event}`,
  adminMail: () => "/admin/mail",
  mail: (id: string) => `/admin/mail/${id}`,
  /** The last organization used; `path` begins with a slash. */
  lastOrganization: (path = "") => inside("~", path),
  overview: (organization: string) => inside(organization),
  users: (organization: string, query: Record<string, string | undefined> = {}) =>
    withQuery(inside(organization, "/users"), query),
  usersCsv: (organization: string) => inside(organization, "/users/csv"),
  /** The same page, saying what was just done, to how many. */
  after: (path: string, done: Done, count = 1) =>
    `${path}${path.includes("?") ? "&" : "?"}done=${done}${count === 1 ? "" : `-${count}`}`,
  addUser: (organization: string, step: string, draft?: string) =>
    withQuery(inside(organization, `/users/new/${step}`), { draft }),
  user: (organization: string, id: string) => inside(organization, `/users/${id}`),
  changeRole: (organization: string, id: string) => inside(organization, `/users/${id}/role`),
  removeUser: (organization: string, id: string) => inside(organization, `/users/${id}/remove`),
  replaceLegalRepresentative: (organization: string, id: string) =>
    inside(organization, `/users/${id}/replace`),
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
