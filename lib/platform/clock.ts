let frozen: Date | null = null;

/** The present instant; every rule and row gets its time from here. */
export const now = (): Date => frozen ?? new Date();

/** Stops the clock at `at` (tests), or lets it run again with `null`. */
export function setNow(at: Date | null): void {
  frozen = at;
}
