const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The instant `count` seconds later. */
export const addSeconds = (at: Date, count: number): Date => new Date(at.getTime() + count * SECOND);

/** The instant `count` minutes later. */
export const addMinutes = (at: Date, count: number): Date => new Date(at.getTime() + count * MINUTE);

/** The instant `count` hours later. */
export const addHours = (at: Date, count: number): Date => new Date(at.getTime() + count * HOUR);

/** The instant `count` times 24 hours later. */
export const addDays = (at: Date, count: number): Date => new Date(at.getTime() + count * DAY);
