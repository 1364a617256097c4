export const dynamic = "force-dynamic";

/** The process answers. Says nothing of what it stands on: a database that is away is no reason to restart it. */
export function GET(): Response {
  return Response.json({ status: "live" }, { headers: { "Cache-Control": "no-store" } });
}
