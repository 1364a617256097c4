/** What a form shows after it was sent. `confirm` asks for the password in the same form; values survive everything. */
export type FormState = {
  status: "idle" | "invalid" | "refused" | "confirm" | "done";
  message?: string;
  errors?: Record<string, string[]>;
  values?: Record<string, string | string[]>;
  /** What the fields started from when the form was made: set when somebody else has changed that since. */
  seen?: Record<string, string[]>;
  attempt: number;
};

export const IDLE: FormState = { status: "idle", attempt: 0 };
