"use client";

import { Problem } from "@/components/manager/Problem";

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main>
      <Problem error={error} retry={reset} />
    </main>
  );
}
