// What a reader takes for one sign may be several characters: an emoji joined of two, a letter and its accent.
const signs = new Intl.Segmenter(undefined, { granularity: "grapheme" });
// Signs before the first letter are none of the name's: "=HYPERLINK" begins with H.
const LEADING_SIGNS = /^[^\p{L}\p{N}]+(?=[\p{L}\p{N}])/u;
const firstSign = (word: string): string => {
  for (const { segment } of signs.segment(word.replace(LEADING_SIGNS, ""))) return segment;
  return "";
};

/** Up to two initials of a name or an address, whatever the script. */
export function initials(name: string): string {
  const words = name
    .replace(/@.*$/s, "")
    .split(/[\s._-]+/u)
    .filter(Boolean);
  const first = firstSign(words[0] ?? "?");
  const last = words.length > 1 ? firstSign(words[words.length - 1] ?? "") : "";
  return (first + last).toLocaleUpperCase();
}

/** Initials in a circle (person) or square (organization). Decoration: the name stands beside it. */
export function Avatar({
  name,
  shape = "circle",
  size = "normal",
}: {
  name: string;
  shape?: "circle" | "square";
  size?: "small" | "normal" | "large";
}) {
  return (
    <span className="avatar" data-shape={shape} data-size={size} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
