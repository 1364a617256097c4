export type Fact = { term: string; value: string };

/** A mail before it has a form: sentences in the recipient's language, in the order of reading. */
export type Letter = {
  locale: string;
  subject: string;
  title: string;
  /** Empty where the name is not known. */
  greeting: string;
  body: string;
  facts: readonly Fact[];
  /** A fact on one line of plain text. */
  factLine: (fact: Fact) => string;
  button: { label: string; url: string } | null;
  /** What else is good to know; empty for nothing. */
  note: string;
  /** Why the recipient gets this mail. */
  reason: string;
  /** The line before the button's address. */
  linkHint: string;
};
