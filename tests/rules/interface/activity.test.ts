import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { activityCsv } from "@/app/o/[organization]/activity/csv/activityCsv";
import { kindInWords, type RecordedChange, tellChange } from "@/lib/i18n/activity";
import { translator } from "@/lib/i18n/translator";

/** Recorded changes in words, on pages and in files (COMP-4). */

const en = translator("en");
const fr = translator("fr");

const inOrder: RecordedChange & { at: Date } = {
  at: new Date("2026-07-01T22:30:05Z"),
  action: "member.changed",
  actorName: "Marco Bianchi",
  onBehalfOfName: null,
  subjectName: "Jonas Weber",
  before: { role: "COLLABORATOR", billingRight: false, remindersByEmail: true },
  after: { role: "ADMINISTRATOR", billingRight: false, remindersByEmail: false },
};
const tell = (over: Partial<RecordedChange> = {}) => tellChange({ ...inOrder, ...over }, en, "en");

describe("a change in words", () => {
  it("says who did what, and what it was before and after", () =>
    expect(tell()).toEqual({
      pieces: [
        { at: 1, text: "Marco Bianchi", isName: true },
        { at: 2, text: " changed the rights of ", isName: false },
        { at: 3, text: "Jonas Weber", isName: true },
      ],
      sentence: "Marco Bianchi changed the rights of Jonas Weber",
      onBehalf: null,
      details: ["Role: Collaborator → Administrator", "Billing reminders by e-mail: yes → no"],
    }));

  it("says it in French too", () => {
    const told = tellChange(inOrder, fr, "fr");
    expect(told.sentence).toBe("Marco Bianchi a modifié les droits attribués à Jonas Weber");
    expect(told.details[0]).toBe("Rôle\u00a0: Collaborateur → Administrateur");
  });

  it("names what all of a kind is in the reader's language, and its rights", () => {
    const given = {
      ...inOrder,
      ...{ action: "access.given", subjectName: "Web", before: null },
      after: {
        object: "Web hosting",
        allOfKind: true,
        kindNames: JSON.stringify({ en: "Web hosting", fr: "Hébergement web" }),
        rights: "PRODUCT technical statistics",
      },
    };
    expect(tell(given).sentence).toBe("Marco Bianchi gave Web access to Web hosting");
    const told = tellChange(given, fr, "fr");
    expect(told.sentence).toBe("Marco Bianchi a donné à Web l’accès à Hébergement web");
    expect(told.details).toEqual([
      "Tous ceux de ce type, à venir compris\u00a0: oui",
      "Droits\u00a0: Gestion, Statistiques",
    ]);
    // What was recorded before it knew all names keeps the one that it has.
    const { kindNames: _, ...earlier } = given.after;
    expect(tellChange({ ...given, after: earlier }, fr, "fr").sentence).toContain("Web hosting");
  });

  it("tells what something was called and what team it was once, in the sentence", () => {
    const renamed = tell({
      ...{ action: "resource.renamed", subjectName: "Sketches" },
      ...{ before: { name: "a/b", product: "Drive" }, after: { name: "Sketches", product: "Drive" } },
    });
    expect([renamed.sentence, renamed.details]).toEqual(["Marco Bianchi renamed a/b to Sketches", []]);
    const left = tell({ action: "team.left", before: { team: "Projects" }, after: null });
    expect([left.sentence, left.details]).toEqual([
      "Marco Bianchi removed Jonas Weber from the team Projects",
      [],
    ]);
  });

  it("keeps what was recorded in words, and reads what was promised in the reader's", () => {
    const products = (value: string) =>
      tell({ action: "invitation.sent", before: null, after: { products: value } }).details;
    expect(products("Website (Manage)")).toEqual(["Products: Website (Manage)"]);
    const kindNames = { en: "Domain name", fr: "Nom de domaine" };
    expect(products(JSON.stringify([{ type: "PRODUCT", name: "", kindNames, rights: 1 }]))).toEqual([
      "Products: Domain name: all, including future ones (Manage)",
    ]);
  });

  it("names the partner on whose behalf it was done (PART-16)", () =>
    expect(tell({ onBehalfOfName: "Agence Boréale" }).onBehalf).toBe("Agence Boréale"));

  it("of something made, tells what is there and not what is not", () =>
    expect(
      tell({ before: null, after: { role: "COLLABORATOR", billingRight: false, remindersByEmail: true } })
        .details,
    ).toEqual(["Role: Collaborator", "Billing reminders by e-mail: yes"]));

  it("of something ended, tells what was there", () =>
    expect(
      tell({ action: "member.removed", after: null, before: { role: "EXTERNAL", remindersByEmail: true } })
        .details,
    ).toEqual(["Role until then: External user"]));

  it("has words for codes, countries and languages, and for what is empty", () =>
    expect(
      tell({
        action: "organization.edited",
        before: { country: "CH", locale: "en", phone: "" },
        after: { country: "FR", locale: "fr", phone: "+33 1 70 18 99 00" },
      }).details,
    ).toEqual([
      "Country: Switzerland → France",
      "Language: English → Français",
      "Phone: empty → +33 1 70 18 99 00",
    ]));

  it("tells whoever hands over their own role of one person, not of two (USR-5)", () => {
    const handover = (actorName: string) =>
      tell({
        action: "legalRepresentative.replaced",
        actorName,
        subjectName: "Ada Frei",
        before: null,
        after: { legalRepresentative: "Marco Bianchi" },
      }).sentence;
    expect(handover("Ada Frei")).toBe(
      "Ada Frei passed on their own role of legal representative to Marco Bianchi",
    );
    expect(handover("Claire Fontaine")).toBe(
      "Claire Fontaine passed the role of legal representative from Ada Frei to Marco Bianchi",
    );
  });

  it("tells what a newer version has recorded, as well as it can", () => {
    const told = tell({ action: "rocket.launched", before: null, after: { fuel: "hydrogen" } });
    expect(told.sentence).toBe("Marco Bianchi changed Jonas Weber (rocket.launched)");
    expect(told.details).toEqual(["fuel: hydrogen"]);
    expect(kindInWords("rocket.launched", en)).toBe("rocket.launched");
  });

  it.each(["{who} <b>'quoted'</b> #", "a\r\nb", "\u202Eevil", "", "🙂".repeat(300)])(
    "keeps a name such as %j inside its place",
    (name) => {
      const { pieces, sentence } = tell({ actorName: name, subjectName: name });
      expect(sentence).toContain(" changed the rights of ");
      expect(sentence).not.toMatch(/[\r\n\u202E]/);
      expect(pieces.filter((piece) => !piece.isName)).toEqual([
        { at: 2, text: " changed the rights of ", isName: false },
      ]);
    },
  );
});

describe("the file", () => {
  const csv = (over: Partial<RecordedChange> = {}) =>
    activityCsv([{ ...inOrder, ...over }], { t: en, locale: "en" });
  const read = (text: string): string[][] => parse(text, { bom: true });

  it("begins with the mark that tells spreadsheets its encoding, and with headings", () => {
    expect(csv().startsWith("\uFEFF")).toBe(true);
    expect(read(csv())[0]).toEqual([
      "When (UTC)",
      "Who",
      "On behalf of",
      "What",
      "About",
      "Before and after",
    ]);
  });

  it("says when as the file of users does, in UTC", () =>
    expect(read(csv())[1]?.slice(0, 2)).toEqual(["2026-07-01T22:30:05Z", "Marco Bianchi"]));

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])("takes %j for text, not for a formula", (name) => {
    for (const cell of read(csv({ actorName: name, subjectName: name }))[1] ?? [])
      expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });

  it("has one line for each change, whatever the names hold", () => {
    const text = csv({ actorName: 'a\r\n"b",c\u2028d', subjectName: "e\nf" });
    expect(text.trimEnd().split("\r\n")).toHaveLength(2);
    expect(read(text)[1]?.[1]).toBe('a "b",c d');
  });
});
