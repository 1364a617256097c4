/** The mark of the product. It is `app/icon.svg` in the colours of the page. */
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
