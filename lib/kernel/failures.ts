/** The ways in which a request can fail without a bug; anything else that is thrown is one. */

/** A rule said no. Each word has a sentence in every language (`refusals.<word>`). */
export class Refused extends Error {
  constructor(
    readonly words: readonly string[],
    /** The form field the refusal belongs to, where there is one. */
    readonly field?: string,
    /** Whom it is about, by name, where whoever reads it could not tell. */
    readonly about?: string,
    /** The numbers that its sentence needs. */
    readonly values?: Readonly<Record<string, number>>,
  ) {
    super(`refused: ${words.join(", ")}`);
  }
}

/** The object does not exist, or lies outside the caller's organizations: nobody can tell which. */
export class NotFound extends Error {
  constructor() {
    super("not found");
  }
}

/** The caller may see the place, but the permission table does not allow this act. */
export class Denied extends Error {
  constructor(readonly permission: string) {
    super(`denied: ${permission}`);
  }
}

/** There is no living session. */
export class NotSignedIn extends Error {
  constructor() {
    super("not signed in");
  }
}

/** The act asks for a password confirmed within the last 15 minutes. */
export class ConfirmationNeeded extends Error {
  constructor() {
    super("confirmation needed");
  }
}

/** The form was made for another account or organization than the one now signed in. */
export class ActorChanged extends Error {
  constructor() {
    super("the form belongs to another account");
  }
}

/** Too many failures: try again after `seconds`. */
export class Throttled extends Error {
  constructor(readonly seconds: number) {
    super(`throttled for ${seconds} s`);
  }
}

/** What is wrong with one field: a word of `invalid.…` and the numbers its sentence needs. */
export type FieldProblem = { word: string; values?: Record<string, string | number> };

/** The input does not have the asked-for shape: problems by field path (`""` for the whole). */
export class InvalidInput extends Error {
  constructor(readonly fields: Record<string, FieldProblem[]>) {
    super(`invalid input: ${Object.keys(fields).join(", ")}`);
  }
}
