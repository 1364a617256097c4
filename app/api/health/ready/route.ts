import { readiness } from "@/lib/platform/health";

export const dynamic = "force-dynamic";

/** 200 when requests may be sent here, 503 when not; each check by name. */
export async function GET(): Promise<Response> {
  const { ready, checks } = await readiness();
  const status = ready ? "ready" : "unready";
  return Response.json(
    { status, checks },
    { status: ready ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}
