/** neutral: a fact; positive: in order; caution: waits; critical: needs somebody; info: good to know; ended: over. */
export type Tone = "neutral" | "positive" | "caution" | "critical" | "info" | "ended";

/** A state: an icon (drawn by CSS) and a word. */
export function Badge({ tone = "neutral", children }: { tone?: Tone; children: string }) {
  return (
    <span className="badge" data-tone={tone}>
      {children}
    </span>
  );
}
