"use client";

import { ButtonLink } from "@/components/ui/Button";
import { Icon } from "@/components/ui/Icon";
import en from "@/lib/i18n/messages/en/error.json";
import fr from "@/lib/i18n/messages/fr/error.json";
import { PRODUCT_NAME } from "@/lib/kernel/product";
import { useReaderLocale } from "./readerLocale";

// Every page carries its dead ends with it, shown or not: as a reference, not as their elements, and nothing is waited
// for on their account.
const WORDS = { en, fr };

// Their titles stand here as well as in the metadata of their files: Next takes the metadata of "not found" for every
// dead end it meets in a browser, and the page's own for one that a frame around the page came to.

/** One answer for what does not exist and for what is not the reader's; outside of everything there is only the first. */
export function NotFoundText({ isOutside }: { isOutside?: boolean }) {
  const words = WORDS[useReaderLocale()];
  return (
    <div className="problem">
      <title>{`${words.notFoundTitle} · ${PRODUCT_NAME}`}</title>
      <Icon name="unknown" />
      <h1>{words.notFoundTitle}</h1>
      <p>{isOutside ? words.notFoundOutside : words.notFoundBody}</p>
      <Way label={words.home} />
    </div>
  );
}

/** The place exists and the reader belongs there, but the permission table gives it to other roles. */
export function ForbiddenText() {
  const words = WORDS[useReaderLocale()];
  return (
    <div className="problem">
      <title>{`${words.forbiddenTitle} · ${PRODUCT_NAME}`}</title>
      <Icon name="locked" />
      <h1>{words.forbiddenTitle}</h1>
      <p>{words.forbiddenBody}</p>
      <Way label={words.home} />
    </div>
  );
}

const Way = ({ label }: { label: string }) => (
  <div className="actions">
    <ButtonLink href="/" variant="primary">
      {label}
    </ButtonLink>
  </div>
);
