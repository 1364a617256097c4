import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { ReaderLocale } from "@/components/manager/readerLocale";
import { pageText } from "@/lib/i18n/page";
import { APPEARANCE_COOKIE, readAppearance } from "@/lib/kernel/appearance";
import "./globals.css";

// The Latin letters come first and are preloaded; other scripts follow from the package by unicode range.
const inter = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  weight: "100 900",
  variable: "--font-inter",
  display: "swap",
});

export const metadata: Metadata = {
  title: { default: "Kontor", template: "%s · Kontor" },
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, email: false, address: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#0e1013" },
  ],
};

/** Language and appearance are on the very first byte: nothing flashes, and "auto" follows the system by CSS alone. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [{ locale }, jar] = await Promise.all([pageText(), cookies()]);
  return (
    <html
      lang={locale}
      className={inter.variable}
      data-appearance={readAppearance(jar.get(APPEARANCE_COOKIE)?.value)}
    >
      <body>
        <ReaderLocale locale={locale}>{children}</ReaderLocale>
      </body>
    </html>
  );
}
