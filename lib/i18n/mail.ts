import type { Role } from "@/lib/access/roles";
import { fullInstantText } from "./format";
import { DEFAULT_LOCALE, isLocale, type Locale } from "./locales";
import { asHtml } from "./mail/html";
import type { Letter } from "./mail/letter";
import { asText } from "./mail/text";
import { brief, oneLine, strong } from "./mail/words";
import { type Promised, promisedInWords } from "./promises";
import { type MessageValues, type Translate, translator } from "./translator";

/** Every mail that Kontor writes, with what its sentences need. `url` is the one button. */
export type Mail =
  | { template: "welcome"; values: { name: string; organization: string; url: string } }
  | { template: "passwordReset"; values: { name: string; minutes: number; url: string } }
  | { template: "passwordChanged"; values: { name: string; url: string } }
  | {
      template: "invitation";
      values: {
        organization: string;
        inviter: string;
        role: Role;
        promised: Promised;
        expiresAt: Date;
        timeZone: string;
        url: string;
      };
    }
  | {
      template: "invitationAccepted";
      values: { organization: string; person: string; role: Role; url: string };
    }
  | { template: "invitationRefused"; values: { organization: string; person: string; url: string } }
  | {
      template: "rightsChanged";
      values: { name: string; organization: string; by: string; changes: RightsChange[]; url: string };
    }
  | { template: "memberRemoved"; values: { name: string; organization: string; by: string } }
  | { template: "memberLeft"; values: { organization: string; person: string; url: string } };

/** One thing that changed in somebody's rights (USR-10). */
export type RightsChange =
  | { what: "role"; before: Role; after: Role }
  | {
      what: "billingRight" | "remindersByEmail" | "remindersBySms" | "productEventsByEmail";
      before: boolean;
      after: boolean;
    };

/** A mail as it is sent. The subject is one line, whatever names it holds; everything in the HTML is escaped. */
export type Composed = { subject: string; text: string; html: string };

/** Subject, plain text and HTML of a mail, in the language of its recipient; in English where we do not speak it. */
export function composeMail(mail: Mail & { locale: string }): Composed {
  const letter = letterOf(mail, isLocale(mail.locale) ? mail.locale : DEFAULT_LOCALE);
  return { subject: letter.subject, text: asText(letter), html: asHtml(letter) };
}

function letterOf(mail: Mail, locale: Locale): Letter {
  const t = translator(locale);
  const { template } = mail;
  const inSentences = valuesOf(mail, strong);
  const optional = (part: "note" | "button") => {
    const key = `mail.${template}.${part}`;
    return t.has(key) ? t(key, inSentences) : "";
  };
  return {
    locale,
    subject: t(`mail.${template}.subject`, valuesOf(mail, brief)),
    title: t(`mail.${template}.title`, valuesOf(mail, oneLine)),
    greeting: "name" in mail.values ? t("mail.greeting", { name: oneLine(mail.values.name) }) : "",
    body: t(`mail.${template}.body`, inSentences),
    facts: factsOf(mail, t, locale),
    factLine: ({ term, value }) => t("mail.factLine", { term, value }),
    button: "url" in mail.values ? { label: optional("button"), url: mail.values.url } : null,
    note: optional("note"),
    reason: t(`mail.${template}.reason`, valuesOf(mail, oneLine)),
    linkHint: t("mail.linkHint"),
  };
}

/** What the sentences need: names as `text` makes them, and numbers. Lists and instants are facts of their own. */
function valuesOf(mail: Mail, text: (value: string) => string): MessageValues {
  const values: MessageValues = {};
  for (const [name, value] of Object.entries(mail.values))
    if (typeof value === "number") values[name] = value;
    else if (typeof value === "string") values[name] = text(value);
  return values;
}

function factsOf(mail: Mail, t: Translate, locale: Locale): Letter["facts"] {
  switch (mail.template) {
    case "invitation": {
      const { role, promised, expiresAt, timeZone } = mail.values;
      const gets = oneLine(promisedInWords(t, locale, promised));
      return [
        { term: t("mail.facts.role"), value: t(`common.roles.${role}`) },
        ...(gets === "" ? [] : [{ term: t("mail.facts.gets"), value: gets }]),
        { term: t("mail.facts.validUntil"), value: fullInstantText(expiresAt, locale, timeZone) },
      ];
    }
    case "invitationAccepted":
      return [{ term: t("mail.facts.role"), value: t(`common.roles.${mail.values.role}`) }];
    case "rightsChanged":
      return mail.values.changes.map((change) => ({
        term: t(`mail.facts.${change.what}`),
        value: changeInWords(change, t),
      }));
    default:
      return [];
  }
}

function changeInWords(change: RightsChange, t: Translate): string {
  const word = (value: Role | boolean) =>
    typeof value === "boolean" ? t(value ? "mail.facts.on" : "mail.facts.off") : t(`common.roles.${value}`);
  return `${word(change.before)} → ${strong(word(change.after))}`;
}
