import { randomBytes } from "node:crypto";

/** Ids that one millisecond holds in order: 12 bits of a UUID count them. */
const PER_MILLISECOND = 4_096;

/** That many new ids (UUID version 7) which sort in the order in which they are given. */
export function orderedIds(count: number): string[] {
  const began = Date.now();
  return Array.from({ length: count }, (_, index) => {
    const time = (began + Math.floor(index / PER_MILLISECOND)).toString(16).padStart(12, "0");
    const place = (index % PER_MILLISECOND).toString(16).padStart(3, "0");
    const random = randomBytes(8);
    random[0] = 0x80 | ((random[0] ?? 0) & 0x3f);
    const rest = random.toString("hex");
    return `${time.slice(0, 8)}-${time.slice(8)}-7${place}-${rest.slice(0, 4)}-${rest.slice(4)}`;
  });
}
