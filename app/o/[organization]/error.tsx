"use client";

import { Problem } from "@/components/manager/Problem";

/** Inside the shell: the navigation stays, and so does the way on. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return <Problem error={error} />;
}
