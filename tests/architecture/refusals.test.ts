import ts from "typescript";
import { describe, expect, it } from "vitest";
import { kindInWords, tellChange } from "@/lib/i18n/activity";
import { LOCALES } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { type Source, sources } from "../support/sources";

/** What the code says by a word, a reader is told by a sentence: in every language, found in the sources. */

type Words = { refusals: Set<string>; invalid: Set<string>; actions: Set<string> };

const WORD = /^[a-z]+(_[a-z]+)*$/;
const COMPARES = new Set([ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken]);
const CHECKS = new Set(["refine", "regex", "enum", "min", "max"]);
const COMMANDS = new Set(["command", "personalCommand"]);

/** The words of a source: keys of `refuseWhen`, what `Refused` is made with, what schemas complain with, audit names. */
function wordsOf({ path, text }: Source, into: Words): Words {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const isRule = /\/rules\//.test(path);
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node)) {
      const name = calledName(node);
      if (name === "refuseWhen") for (const word of keysOf(node.arguments[0])) into.refusals.add(word);
      if (COMMANDS.has(name)) add(into.actions, node.arguments[0]);
      if (CHECKS.has(name)) add(into.invalid, node.arguments[1], WORD);
    }
    if (ts.isNewExpression(node) && node.expression.getText() === "Refused")
      for (const word of literalsIn(node.arguments?.[0])) into.refusals.add(word);
    if (ts.isPropertyAssignment(node)) {
      const name = node.name.getText();
      if (name === "message" || name === "problem") add(into.invalid, node.initializer, WORD);
      if (name === "action") add(into.actions, node.initializer);
      // A rule may keep refusals that several decisions share in an object of their own.
      if (isRule && /^[a-z]+(_[a-z]+)+$/.test(name) && !isConstant(node.initializer)) into.refusals.add(name);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return into;
}

const calledName = ({ expression }: ts.CallExpression): string =>
  ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();

const isConstant = ({ kind }: ts.Expression) =>
  kind === ts.SyntaxKind.TrueKeyword || kind === ts.SyntaxKind.FalseKeyword;

const keysOf = (node: ts.Node | undefined): string[] =>
  node && ts.isObjectLiteralExpression(node)
    ? node.properties.flatMap((property) => (property.name ? [property.name.getText()] : []))
    : [];

function literalsIn(node: ts.Node | undefined): string[] {
  if (!node || (ts.isBinaryExpression(node) && COMPARES.has(node.operatorToken.kind))) return [];
  if (ts.isStringLiteral(node)) return [node.text];
  const found: string[] = [];
  ts.forEachChild(node, (child) => void found.push(...literalsIn(child)));
  return found;
}

function add(words: Set<string>, node: ts.Node | undefined, shape = /./) {
  if (node && ts.isStringLiteral(node) && shape.test(node.text)) words.add(node.text);
}

const none = (): Words => ({ refusals: new Set(), invalid: new Set(), actions: new Set() });
const all = none();
for (const source of sources(["lib"], /\.ts$/)) wordsOf(source, all);

const without = (words: Set<string>, has: (word: string) => boolean) =>
  [...words].filter((word) => !has(word)).sort();

describe.each(LOCALES)("in %s there is a sentence", (locale) => {
  const t = translator(locale);

  it("for every refusal", () => {
    expect(without(all.refusals, (word) => t.has(`refusals.${word}`))).toEqual([]);
  });

  it("for everything that can be wrong with a field", () => {
    expect(without(all.invalid, (word) => t.has(`invalid.${word}`))).toEqual([]);
  });

  it("for every recorded change, with a name of its kind (COMP-4)", () => {
    expect(without(all.actions, (action) => t.has(`activity.did.${action}`))).toEqual([]);
    expect(without(all.actions, (action) => t.has(`activity.kind.${action}`))).toEqual([]);
    const told = [...all.actions].map((action) => {
      const change = { action, actorName: "Ada", onBehalfOfName: null, subjectName: "Ben", before: null };
      return tellChange({ ...change, after: null }, t, locale).sentence;
    });
    expect(told.filter((sentence) => !sentence.startsWith("Ada "))).toEqual([]);
    expect(new Set([...all.actions].map((action) => kindInWords(action, t))).size).toBe(all.actions.size);
  });
});

describe("a refusal is more than a rule's word", () => {
  const told = sources(["tests/commands"], /\.test\.ts$/)
    .map(({ text }) => text)
    .join("\n");
  const reached = /["']([a-z]+(?:_[a-z]+)+)["']/g;
  const words = new Set([...told.matchAll(reached)].map(([, word]) => word ?? ""));

  it.each(["products", "teams"])("some command of %s is tried that is refused with each", (area) => {
    const refused = none();
    for (const source of sources([`lib/domain/${area}`], /\.ts$/)) wordsOf(source, refused);
    expect(refused.refusals.size).toBeGreaterThan(5);
    expect(without(refused.refusals, (word) => words.has(word))).toEqual([]);
  });
});

describe("the search for words", () => {
  it("finds them wherever they are written", () => {
    const sample = `
      const shared = () => ({ kept_apart: count === 0 });
      refuseWhen({ too_late: at > end, early: false, ...shared() });
      throw new Refused([only.problem === "not_this" ? "one_way" : "other_way"], "field");
      z.string().refine(isGood, "no_good").regex(/^a/, "no_a");
      context.addIssue({ code: "custom", message: "by_hand" });
      return { problem: "odd" };
      command("thing.done", { permission: "x", run: () => ({ audit: { action: "thing.undone" } }) });`;
    const found = wordsOf({ path: "lib/domain/x/rules/sample.ts", text: sample }, none());
    expect([...found.refusals].sort()).toEqual(["early", "kept_apart", "one_way", "other_way", "too_late"]);
    expect([...found.invalid].sort()).toEqual(["by_hand", "no_a", "no_good", "odd"]);
    expect([...found.actions]).toEqual(["thing.done", "thing.undone"]);
  });

  it("finds many in this product", () => {
    expect(all.refusals.size).toBeGreaterThan(25);
    expect(all.invalid.size).toBeGreaterThan(8);
    expect(all.actions.size).toBeGreaterThan(12);
  });
});
