import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LOCALES } from "@/lib/i18n/locales";
import { composeMail, type Mail } from "@/lib/i18n/mail";

/** What mails say, and what they never let through. */

const url = "https://console.example.com/x/Zr4_token-9";
const EXPIRES_AT = new Date("2026-12-22T23:30:00Z");

/** One of each: adding a template without one here does not compile. */
const ONE_OF_EACH: { [Template in Mail["template"]]: Extract<Mail, { template: Template }>["values"] } = {
  welcome: { name: "Ada", organization: "Alpine", url },
  passwordReset: { name: "Ada", minutes: 30, url },
  passwordChanged: { name: "Ada", url },
  invitation: {
    organization: "Alpine",
    inviter: "Bob Favre",
    role: "ADMINISTRATOR",
    promised: {
      things: [{ type: "PRODUCT", name: "alpine.example", kindNames: null, rights: 3 }],
      teams: ["Web"],
    },
    expiresAt: EXPIRES_AT,
    timeZone: "Europe/Zurich",
    url,
  },
  invitationAccepted: { organization: "Alpine", person: "Cleo Roth", role: "EXTERNAL", url },
  invitationRefused: { organization: "Alpine", person: "Cleo Roth", url },
  rightsChanged: {
    name: "Ada",
    organization: "Alpine",
    by: "Bob Favre",
    changes: [
      { what: "role", before: "COLLABORATOR", after: "ADMINISTRATOR" },
      { what: "billingRight", before: false, after: true },
      { what: "remindersByEmail", before: true, after: false },
      { what: "remindersBySms", before: false, after: true },
      { what: "productEventsByEmail", before: true, after: false },
    ],
    url,
  },
  memberRemoved: { name: "Ada", organization: "Alpine", by: "Bob Favre" },
  memberLeft: { organization: "Alpine", person: "Cleo Roth", url },
};

const mailsOf = (locale: string) =>
  Object.entries(ONE_OF_EACH).map(
    ([template, values]) => ({ template, values, locale }) as Mail & { locale: string },
  );

const everyMail = LOCALES.flatMap((locale) =>
  mailsOf(locale).map((mail) => [`${mail.template} in ${locale}`, mail] as const),
);

/** What a reader of the HTML sees. */
const seen = (html: string) =>
  html
    .replace(/<(style|title)>[\s\S]*?<\/\1>/g, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<[^>]*>/g, "")
    .replace(/&(lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity);
const ENTITIES: Record<string, string> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&amp;": "&",
};

describe("every mail in every language", () => {
  it.each(everyMail)("%s says its names and its address in both forms, and leaves no blank", (_, mail) => {
    const { subject, text, html } = composeMail(mail);
    const names = Object.entries(mail.values).filter(
      ([key, value]) => typeof value === "string" && !["role", "timeZone"].includes(key),
    );
    for (const [, value] of names) for (const body of [text, seen(html)]) expect(body).toContain(value);
    for (const part of [subject, text, seen(html)]) {
      expect(part).not.toMatch(/[{}\uE000\uE001]|undefined|null|(?<!-)\bmail\.\w|[A-Z]+_[A-Z]+/);
      expect(part.trim()).not.toBe("");
    }
    if ("url" in mail.values) {
      expect(html.match(new RegExp(`href="${url}"`, "g"))).toHaveLength(2);
      expect(text.split("\n")).toContain(url);
    } else expect(html).not.toContain("href");
    expect(html).toContain(`<html lang="${mail.locale}"`);
  });

  it.each(everyMail)("%s loads nothing from anywhere and runs nothing", (_, mail) => {
    expect(composeMail(mail).html).not.toMatch(
      /<(script|img|link|iframe|form|object)|url\(|@import|\son\w+=/i,
    );
  });

  it("differs between languages", () => {
    for (const template of Object.keys(ONE_OF_EACH)) {
      const subjects = LOCALES.map(
        (locale) =>
          mailsOf(locale)
            .filter((mail) => mail.template === template)
            .map(composeMail)[0]?.subject,
      );
      expect(new Set(subjects).size).toBe(LOCALES.length);
    }
  });

  it("is English for a language that we do not speak", () => {
    for (const locale of ["rm", "", "fr; DROP", "../fr"])
      expect(mailsOf(locale).map(composeMail)).toEqual(mailsOf("en").map(composeMail));
  });
});

describe("the words of one mail", () => {
  it("an invitation says what accepting gives, or nothing of it", () => {
    const said = (
      locale: string,
      promised: Extract<Mail, { template: "invitation" }>["values"]["promised"],
    ) =>
      composeMail({
        template: "invitation",
        locale,
        values: { ...ONE_OF_EACH.invitation, promised },
      }).text;
    const { promised } = ONE_OF_EACH.invitation;
    expect(said("en", promised)).toContain(
      "Access to alpine.example (Manage, Statistics). A place in the team Web.",
    );
    expect(said("fr", promised)).toMatch(/Accès à alpine\.example \(.*\)\. Une place dans l’équipe Web\./);
    expect(said("en", { things: [], teams: [] })).not.toContain("What you get");
    const kind = {
      type: "PRODUCT" as const,
      name: "",
      kindNames: { en: "Shops", fr: "Boutiques" },
      rights: 8,
    };
    const many = Array.from({ length: 14 }, () => kind);
    expect(said("fr", { things: many, teams: [] })).toMatch(/(Boutiques.*){12}/);
  });

  const invitation = (locale: string, timeZone: string) =>
    composeMail({ template: "invitation", locale, values: { ...ONE_OF_EACH.invitation, timeZone } }).text;

  it("an invitation ends at a day and time of its reader's zone (USR-9)", () => {
    expect(invitation("en", "Europe/Zurich")).toMatch(
      /Wednesday,? 23 December 2026 at 00:30 \(Central European Standard Time\)/,
    );
    expect(invitation("fr", "Europe/Zurich")).toMatch(/mercredi,? 23 décembre 2026 à 00:30/);
    expect(invitation("en", "America/New_York")).toMatch(/Tuesday,? 22 December 2026 at 18:30/);
  });

  it("a French day has no comma and no capital, and the zone its name", () => {
    expect(invitation("fr", "Europe/Zurich")).toContain(
      "mercredi 23 décembre 2026 à 00:30 (heure normale d’Europe centrale)",
    );
  });

  it("an unknown time zone is UTC, and says so", () => {
    expect(invitation("en", "Mars/Olympus")).toMatch(
      /Tuesday,? 22 December 2026 at 23:30 \(Coordinated Universal Time\)/,
    );
  });

  it("a changed role is told with what it was and what it is (USR-10)", () => {
    const text = (locale: string) =>
      composeMail({ template: "rightsChanged", locale, values: ONE_OF_EACH.rightsChanged }).text;
    expect(text("en")).toContain("Role: Collaborator → Administrator\nBilling right: off → on");
    expect(text("fr")).toContain(
      "Rôle\u00A0: Collaborateur → Administrateur\nDroit de facturation\u00A0: désactivé → activé",
    );
  });

  it.each([
    [1, "for 1 minute.", "pendant 1 minute."],
    [30, "for 30 minutes.", "pendant 30 minutes."],
  ])("%i minutes are counted as one says them", (minutes, en, fr) => {
    const text = (locale: string) =>
      composeMail({ template: "passwordReset", locale, values: { name: "Ada", minutes, url } }).text;
    expect(text("en")).toContain(en);
    expect(text("fr")).toContain(fr);
  });
});

describe("names that people choose", () => {
  const removed = (organization: string, name = "Ada") =>
    composeMail({ template: "memberRemoved", locale: "en", values: { organization, name, by: "Bob" } });

  it("never break a subject's line or the page, whatever they hold", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 400 }),
        fc.constantFrom(...LOCALES),
        (name, locale) => {
          for (const mail of mailsOf(locale)) {
            const values = Object.fromEntries(
              Object.entries(mail.values).map(([key, value]) =>
                ["organization", "person", "name", "inviter", "by"].includes(key)
                  ? [key, name]
                  : [key, value],
              ),
            );
            const { subject, html } = composeMail({ ...mail, values } as Mail & { locale: string });
            expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
            const tags = (page: string) => page.replace(/>[^<]*/g, ">").replace(/aria-label="[^"]*"/g, "");
            expect(tags(html)).toBe(tags(composeMail(mail).html));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("are shown as they are written", () => {
    const name = `O'Neil & Söhne <b>"GmbH"</b> {braces} 🦊 #1`;
    const { subject, text, html } = removed(name);
    expect(subject).toBe(`You are no longer a user of ${name}`);
    expect(text).toContain(name);
    expect(seen(html)).toContain(name);
    expect(html).not.toContain("<b>");
  });

  it("from right to left stay in their place, and cannot turn the sentence around", () => {
    expect(removed("مكتب").subject).toBe("You are no longer a user of \u2068مكتب\u2069");
    expect(removed("evil\u202Egnp.exe").text).not.toContain("\u202E");
  });

  it("are cut in subjects only, and between signs", () => {
    const { subject, text } = removed("👩‍👩‍👧".repeat(100));
    expect(subject).toBe(`You are no longer a user of ${"👩‍👩‍👧".repeat(69)}…`);
    expect(text).toContain("👩‍👩‍👧".repeat(100));
  });
});
