"use client";

import { Problem } from "@/components/manager/Problem";
import { DEFAULT_LOCALE } from "@/lib/i18n/locales";
import "./globals.css";

/** Stands in for the root layout when that itself failed. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang={DEFAULT_LOCALE} data-appearance="auto">
      <body>
        <main>
          <Problem error={error} retry={reset} />
        </main>
      </body>
    </html>
  );
}
