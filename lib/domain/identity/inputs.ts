import { z } from "zod";
import { LOCALES } from "@/lib/i18n/locales";
import { APPEARANCES } from "@/lib/kernel/appearance";
import { canonicalAddress } from "./rules/address";

/** The shortest password while there is no second factor, and the longest, in characters. */
const PASSWORD_LENGTH = { min: 15, max: 256 } as const;

/** Control characters, line and paragraph separators, and signs that turn the direction of what follows. */
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const SOMETHING_VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** An e-mail address, given back in its canonical form. */
export const EmailAddress = z.string().transform((text, context) => {
  if (text.trim() === "") {
    context.addIssue({ code: "custom", message: "required" });
    return z.NEVER;
  }
  const canonical = canonicalAddress(text);
  if ("address" in canonical) return canonical.address;
  context.addIssue({ code: "custom", message: canonical.problem });
  return z.NEVER;
});

/**
 * THE schema of everything that has a name, people, organizations, teams and what is inside products: one line in any
 * script, emoji included, at most `max` characters as the database counts them, given back trimmed and in NFC.
 */
export const lineOfText = (max: number) =>
  z
    .string()
    .transform((text) => text.normalize("NFC").trim())
    .pipe(
      z
        .string()
        .min(1)
        .check(({ value, issues }) => {
          if ([...value].length > max)
            issues.push({ code: "too_big", origin: "string", maximum: max, inclusive: true, input: value });
        })
        .refine((text) => !UNPRINTABLE.test(text), "line_breaks")
        .refine((text) => text === "" || SOMETHING_VISIBLE.test(text), "required"),
    );

/** A first or last name. */
export const PersonName = lineOfText(128);

/** A password to be set (NFC); how easy it is to guess is a rule's question. Lengths count characters, not bytes. */
export const NewPassword = z
  .string()
  .transform((text) => text.normalize("NFC"))
  .pipe(
    z
      .string()
      .refine((text) => text !== "", { message: "required", abort: true })
      .refine((text) => [...text].length >= PASSWORD_LENGTH.min, "password_too_short")
      .refine((text) => [...text].length <= PASSWORD_LENGTH.max, "password_too_long"),
  );

/** A language that the console speaks. */
export const LocaleChoice = z.enum(LOCALES);

export const SignIn = z.object({
  // What is no address belongs to nobody: it is answered like any unknown one.
  email: z.string().min(1).max(1_000),
  password: z.string().min(1).max(1_000),
});

export const RequestPasswordReset = z.object({ email: EmailAddress });

export const ResetPassword = z.object({ token: z.string().min(1).max(200), password: NewPassword });

export const Profile = z.object({ firstName: PersonName, lastName: PersonName });

export const AppearanceChoice = z.object({ appearance: z.enum(APPEARANCES) });
