import { env } from "./env";

/** Name of the session's cookie; `__Host-` binds it to this very host where the console is served over https. */
export const sessionCookieName = (): string => (env().isHttps ? "__Host-kontor-session" : "kontor-session");
