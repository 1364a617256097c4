"use client";

import { Problem } from "@/components/manager/Problem";
import { DEFAULT_LOCALE } from "@/lib/i18n/locales";
import "./globals.css";

/** Stands in for the root layout when that itself failed. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang={DEFAULT_LOCALE} data-appearance="auto">
      <body>
        <main>
          <Problem error={error} />
        </main>
      </body>
    </html>
  );
}
