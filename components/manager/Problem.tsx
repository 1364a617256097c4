"use client";

import { useSyncExternalStore } from "react";
import { Button, ButtonLink } from "@/components/ui/Button";
import { DEFAULT_LOCALE, isLocale } from "@/lib/i18n/locales";
import en from "@/lib/i18n/messages/en/error.json";
import fr from "@/lib/i18n/messages/fr/error.json";
import { PRODUCT_NAME } from "@/lib/kernel/product";

// An error page is made in the browser, where nobody passes words: it carries its few of each language.
const WORDS = { en, fr };

const noSubscription = () => () => undefined;
const documentLocale = () => {
  const { lang } = document.documentElement;
  return isLocale(lang) ? lang : DEFAULT_LOCALE;
};

/** What stands where a page failed: that it is our fault, the reference under which it was logged, and two ways on. */
export function Problem({ error }: { error: Error & { digest?: string } }) {
  const locale = useSyncExternalStore(noSubscription, documentLocale, () => DEFAULT_LOCALE);
  const words = WORDS[locale];
  return (
    <div className="problem" role="alert">
      <title>{`${words.title} · ${PRODUCT_NAME}`}</title>
      <svg
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        aria-hidden="true"
      >
        <circle cx="12" cy="12" r="10" />
        <path d="M12 8v4m0 4h.01" />
      </svg>
      <h1>{words.title}</h1>
      <p>{words.body}</p>
      {error.digest ? (
        <p>
          {words.reference} <code>{error.digest}</code>
        </p>
      ) : null}
      <div className="actions">
        {/* Asks the server anew: what it answered last was the failure. */}
        <Button variant="primary" onClick={() => location.reload()}>
          {words.retry}
        </Button>
        <ButtonLink href="/">{words.home}</ButtonLink>
      </div>
    </div>
  );
}
