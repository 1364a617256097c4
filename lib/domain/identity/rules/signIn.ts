/** What follows a factor that has passed: a one-time ticket, and how long it is good for. */
export type Step = { purpose: "SECOND_FACTOR" | "SESSION"; assuranceLevel: 1 | 2; seconds: number };

/**
 * The step after the password: the second factor where there is one, else the session itself. No session exists before
 * the last factor has passed.
 */
export const nextStep = ({ hasSecondFactor }: { hasSecondFactor: boolean }): Step =>
  hasSecondFactor
    ? { purpose: "SECOND_FACTOR", assuranceLevel: 1, seconds: 5 * 60 }
    : { purpose: "SESSION", assuranceLevel: 1, seconds: 60 };

/** Minutes that a link to choose a new password is good for. */
export const RESET_MINUTES = 30;
