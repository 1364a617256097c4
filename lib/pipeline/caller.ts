/** Who knocks: what a request says of itself, before anything of it is believed. */
export type Caller = {
  /** The session cookie's token. */
  sessionToken: string | null;
  /** The organization's slug in the URL (or in the form made there); null outside organizations. */
  organization: string | null;
  /** The organization that this browser showed last, as its cookie says. */
  lastOrganization?: string | undefined;
  /** The language for a reader who has no account yet. */
  locale: string;
  requestId: string;
  userAgent: string;
  /** /24 of an IPv4 address, /64 of an IPv6 address. */
  addressPrefix: string;
  /** Token of the browser's own cookie: tells a known browser from a stranger's. */
  browserToken: string | null;
  /** Set for forms: the account they were made for, and the key of this one submission. */
  form?: { userId: string | null; key: string | null };
};
