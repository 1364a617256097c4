"use client";

import { Problem } from "@/components/manager/Problem";

/** Inside the shell: the navigation stays, and so does the way on. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <Problem error={error} retry={reset} />;
}
