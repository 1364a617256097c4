"use client";

import { createContext, type ReactNode, useContext } from "react";
import { DEFAULT_LOCALE, type Locale } from "@/lib/i18n/locales";

const Reader = createContext<Locale>(DEFAULT_LOCALE);

/** Tells the language of the page to what brings its words along. */
export function ReaderLocale({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <Reader value={locale}>{children}</Reader>;
}

export const useReaderLocale = (): Locale => useContext(Reader);
