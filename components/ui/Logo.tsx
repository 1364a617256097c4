/** The mark of the product: a counter desk and the ledger on it. Takes the colour of the text. */
export function Logo() {
  return (
    <svg viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <rect width="24" height="24" rx="6" fill="var(--accent)" />
      <path
        d="M8 6v12M8 12.2 15.4 6M10.6 10.2 16 18"
        stroke="var(--on-accent)"
        strokeWidth="2.2"
        strokeLinecap="round"
      />
    </svg>
  );
}
