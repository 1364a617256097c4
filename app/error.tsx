"use client";

import { Problem } from "@/components/manager/Problem";

export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <main>
      <Problem error={error} />
    </main>
  );
}
