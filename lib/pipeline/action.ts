import { refresh } from "next/cache";
import { cookies } from "next/headers";
import { notFound, redirect, unstable_rethrow } from "next/navigation";
import { pageText } from "@/lib/i18n/page";
import type { Translate } from "@/lib/i18n/translator";
import {
  ActorChanged,
  ConfirmationNeeded,
  Denied,
  InvalidInput,
  NotFound,
  NotSignedIn,
  Refused,
  Throttled,
} from "@/lib/kernel/failures";
import { type Destination, NOTICE_COOKIE, NOTICE_SECONDS, writeNotice } from "@/lib/kernel/notices";
import { env } from "@/lib/platform/env";
import type { CookieToSet } from "@/lib/platform/session";
import { sessionCookieName } from "@/lib/platform/sessionCookie";
import { asBug } from "./bug";
import type { Caller } from "./caller";
import type { Command } from "./command";
import { confirmIdentity } from "./confirmIdentity";
import { invalidState, refusedState } from "./failureState";
import { type FormInput, readForm } from "./form";
import { type FormState, IDLE } from "./formState";
import { currentCaller } from "./request";

/** What a form does once its command has run; without any of it the form says it is done. */
type Afterwards<Result> = {
  /**
   * Where to go next, and what to say there; null stays, and says what `done` says. The caller is already who they are
   * after the command.
   */
  then?: (result: Result, form: FormInput, caller: Caller) => Next | Promise<Next>;
  /** The sentence to show in place. */
  done?: (t: Translate, result: Result, form: FormInput) => string;
  /** Where to go when what it is about is no longer there; without it the answer is "not found". */
  gone?: (form: FormInput) => string;
  /** Cookies that the answer sets. */
  cookies?: (result: Result, caller: Caller) => Promise<CookieToSet[]>;
};

type Next = string | Destination | null;

const noticeCookie = (destination: Destination): CookieToSet => ({
  name: NOTICE_COOKIE,
  value: writeNotice(destination),
  options: { httpOnly: true, sameSite: "lax", path: "/", secure: env().isHttps, maxAge: NOTICE_SECONDS },
});

export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;

/**
 * A command as a form's server action. It alone turns a refusal into a form state, invalid input into field errors,
 * and anything unforeseen into a logged id and an error page. What was typed survives all of them.
 */
export function action<Result>(command: Command<Result>, afterwards: Afterwards<Result> = {}): FormAction {
  return async (state, data) => {
    const form = readForm(data);
    const attempt = state.attempt + 1;
    const { t } = await pageText();
    try {
      const caller: Caller = {
        ...(await currentCaller()),
        organization: form.organization,
        form: { userId: form.userId, key: form.key },
      };
      const jar = await cookies();
      const put = (cookie: CookieToSet) => jar.set(cookie.name, cookie.value, cookie.options);
      const confirmed = form.password
        ? await confirmIdentity(caller, form.password)
        : { caller, cookies: [] };
      confirmed.cookies.forEach(put);
      const result = await command.execute(confirmed.caller, form.input);
      const opened = (await afterwards.cookies?.(result, confirmed.caller)) ?? [];
      opened.forEach(put);
      const session = opened.find(({ name }) => name === sessionCookieName());
      const after = session ? { ...confirmed.caller, sessionToken: session.value } : confirmed.caller;
      const next = await afterwards.then?.(result, form, after);
      // The frame around the page shows what was changed too, and so does what Back leads to; a form that stays gets a
      // new key for the next change.
      refresh();
      if (typeof next === "string") redirect(next);
      if (next) {
        put(noticeCookie(next));
        redirect(next.to);
      }
      return {
        status: "done",
        message: afterwards.done?.(t, result, form) ?? t("common.form.doneTitle"),
        attempt,
      };
    } catch (failure) {
      unstable_rethrow(failure);
      const kept = { values: form.values, attempt };
      if (failure instanceof InvalidInput) return { ...invalidState(t, failure), ...kept };
      if (failure instanceof Refused && failure.words.includes("changed_meanwhile")) {
        // The latest state is shown, and what changed; one's own entries stay in their fields.
        refresh();
        return { ...refusedState(t, failure), ...kept, seen: form.seen };
      }
      // Nothing was entered: the new effect is shown where the old one was, to be confirmed again.
      if (failure instanceof Refused && failure.words.includes("effect_changed")) refresh();
      if (failure instanceof Refused) return { ...refusedState(t, failure), ...kept };
      if (failure instanceof Throttled)
        return { status: "refused", message: t("refusals.throttled", { seconds: failure.seconds }), ...kept };
      if (failure instanceof ActorChanged)
        return { ...refusedState(t, { words: ["another_account"] }), ...kept };
      if (failure instanceof Denied) return { ...refusedState(t, { words: ["not_allowed"] }), ...kept };
      if (failure instanceof ConfirmationNeeded)
        return { status: "confirm", message: t("refusals.confirm_your_password"), ...kept };
      if (failure instanceof NotSignedIn)
        return { status: "confirm", message: t("refusals.session_ended"), ...kept };
      if (failure instanceof NotFound) {
        if (afterwards.gone) redirect(afterwards.gone(form));
        notFound();
      }
      throw asBug(failure);
    }
  };
}

/**
 * The same behind a button that has no place for an answer (a menu, the languages below a card). What could not be
 * done leads to `otherwise`, which shows how things stand now.
 */
export function plainAction<Result>(
  command: Command<Result>,
  { otherwise, ...afterwards }: Afterwards<Result> & { otherwise: string },
): (data: FormData) => Promise<void> {
  const run = action(command, afterwards);
  return async (data) => {
    const { status } = await run(IDLE, data);
    if (status !== "done") redirect(otherwise);
  };
}
