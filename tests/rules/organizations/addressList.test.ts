import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressesOfCsv, addressesOfText, isText } from "@/lib/domain/organizations/rules/addressList";

const texts = (rows: { text: string }[]) => rows.map((row) => row.text);
const csv = (text: string) => addressesOfCsv(new TextEncoder().encode(text));

describe("addresses that were typed or pasted (USR-8)", () => {
  it.each([
    ["one a line", "a@x.example\nb@x.example", ["a@x.example", "b@x.example"]],
    ["Windows line ends", "a@x.example\r\nb@x.example\r\n", ["a@x.example", "b@x.example"]],
    [
      "commas, semicolons, spaces",
      "a@x.example, b@x.example;c@x.example  d@x.example",
      ["a@x.example", "b@x.example", "c@x.example", "d@x.example"],
    ],
    [
      "as a mail program copies them",
      'Ada <a@x.example>, "Weber, Jonas" <b@x.example>',
      ["a@x.example", "b@x.example"],
    ],
    [
      "with and without a name on one line",
      'a@x.example, "Weber, Jonas" <b@x.example>; c@x.example',
      ["a@x.example", "b@x.example", "c@x.example"],
    ],
    ["words that are no address, as they were written", "not an address", ["not an address"]],
    ["nothing", " \n\n , ; ", []],
  ])("%s", (_, text, expected) => expect(texts(addressesOfText(text))).toEqual(expected));

  it("keep the line they stand in", () =>
    expect(addressesOfText("\na@x.example\n\nb@x.example").map((row) => row.line)).toEqual([2, 4]));

  it("never throw and never hold a line break", () =>
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) =>
        addressesOfText(text).every((row) => !/[\r\n]/.test(row.text) && row.text !== ""),
      ),
    ));
});

describe("addresses of a CSV file (USR-8)", () => {
  it.each([
    ["a headed column", "Name;E-Mail\nAda;a@x.example\nBen;b@x.example", ["a@x.example", "b@x.example"]],
    ["a heading in French", "nom,courriel\nAda,a@x.example", ["a@x.example"]],
    ["no heading", "Ada,a@x.example\nBen,b@x.example", ["a@x.example", "b@x.example"]],
    ["one column", "a@x.example\nb@x.example", ["a@x.example", "b@x.example"]],
    [
      "quotes and a mark at the start",
      '\uFEFF"name","e-mail"\n"Weber, Jonas","b@x.example"',
      ["b@x.example"],
    ],
    ["tabs", "name\temail\nAda\ta@x.example", ["a@x.example"]],
    ["empty lines and cells", "email\n\na@x.example\n \n", ["a@x.example"]],
    ["rows of different lengths", "email\na@x.example,too,much\nb@x.example", ["a@x.example", "b@x.example"]],
    ["an empty file", "", []],
    ["a quote that is never closed", 'email\n"a@x.example\nb@x.example', ["a@x.example", "b@x.example"]],
    [
      "a sign behind a quote",
      'e-mail,name\n"a@x.example"x,Ada\nb@x.example,Ben',
      ['a@x.example"x', "b@x.example"],
    ],
  ])("%s", (_, text, expected) => expect(texts(csv(text))).toEqual(expected));

  it("keep the line of the file", () =>
    expect(csv("email\na@x.example\n\nb@x.example").map((row) => row.line)).toEqual([2, 4]));

  it("are read in the encodings that spreadsheets write", () => {
    const text = "e-mail;prénom\na@x.example;Zoé";
    const utf16 = new Uint8Array([0xff, 0xfe, ...new Uint8Array(Buffer.from(text, "utf16le"))]);
    const windows = new Uint8Array(Buffer.from(text, "latin1"));
    for (const bytes of [utf16, windows]) expect(texts(addressesOfCsv(bytes))).toEqual(["a@x.example"]);
  });

  it("never throw, whatever the bytes", () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => Array.isArray(addressesOfCsv(bytes))),
    ));

  it("never throw, wherever quotes stand", () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ",", "\n", "a@x.example", " ") }), (text) =>
        Array.isArray(csv(text)),
      ),
    ));
});

describe("what is copied along", () => {
  it("of a link to an address only the address is read", () => {
    expect(addressesOfText("mailto:a@x.example?subject=Hello, <MAILTO:b@x.example>")).toEqual([
      { line: 1, text: "a@x.example" },
      { line: 1, text: "b@x.example" },
    ]);
    expect(addressesOfCsv(new TextEncoder().encode("E-mail\nmailto:c@x.example\n"))).toEqual([
      { line: 2, text: "c@x.example" },
    ]);
  });

  it("an image, a spreadsheet or an archive is no file of addresses; one from an old program is", () => {
    const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d];
    expect(isText(new Uint8Array(png))).toBe(false);
    expect(isText(new Uint8Array([0x50, 0x4b, 3, 4, 0x14, 0]))).toBe(false);
    expect(isText(new Uint8Array([0xff, 0xfe, 0x61, 0, 0x40, 0]))).toBe(true);
    expect(isText(new TextEncoder().encode("Prénom;E-mail\r\nZoé;zoe@x.example\t\r\n"))).toBe(true);
    expect(isText(new Uint8Array([0x5a, 0x6f, 0xe9, 0x40]))).toBe(true);
  });
});
