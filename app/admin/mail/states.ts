import type { Tone } from "@/components/ui/Badge";
import type { MailState } from "@/lib/domain/support/mailState";

/** How a mail's state looks, in the list and on its page. */
export const STATE_TONES: Record<MailState, Tone> = {
  kept: "neutral",
  waiting: "info",
  sending: "info",
  sent: "positive",
  uncertain: "caution",
  failed: "critical",
};
