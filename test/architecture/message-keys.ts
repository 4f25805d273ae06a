import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { sourcesIn } from './text-rules.js';

/** What the sources of a house say about messages. */
export interface Asked {
  /** Words from which keys are made: texts, names of properties, numbers. */
  readonly words: ReadonlySet<string>;
  /** `a.${b}.c` as [`a.`, `.c`]. */
  readonly templates: readonly (readonly string[])[];
  /** Beginnings given to a function that puts a code behind them. */
  readonly beginnings: ReadonlySet<string>;
  /** Keys that stand in a call, whether they exist or not. */
  readonly called: readonly { readonly key: string; readonly file: string }[];
  /** Texts in quotes and between tags. */
  readonly texts: readonly { readonly text: string; readonly file: string }[];
}

/** The second argument of these is the beginning of a key. */
const TAKE_A_BEGINNING = new Set(['codeWord']);
/** A map of beginnings: which words the codes of a field have. */
const HOLD_BEGINNINGS = new Set(['wordsOfCodes']);
const SAY_A_MESSAGE: Readonly<Record<string, number>> = { t: 0, messageFor: 1 };

/** Reads every source once; comments say nothing. */
export function askedIn(house: string): Asked {
  const words = new Set<string>();
  const templates: string[][] = [];
  const beginnings = new Set<string>();
  const called: { key: string; file: string }[] = [];
  const texts: { text: string; file: string }[] = [];
  const visit = (node: ts.Node, file: string): void => {
    if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) {
      texts.push({ text: node.text, file });
      for (const word of node.text.split(/[\s.]+/)) words.add(word);
      words.add(node.text);
    }
    if (ts.isTemplateExpression(node)) {
      templates.push(partsOf(node));
      for (const part of partsOf(node)) texts.push({ text: part, file });
    }
    if (ts.isIdentifier(node) || ts.isNumericLiteral(node)) words.add(node.text);
    if (ts.isCallExpression(node)) {
      for (const key of keysIn(node)) called.push({ key, file });
      const given = beginningIn(node);
      if (given && ts.isStringLiteralLike(given)) beginnings.add(given.text);
      if (given && ts.isTemplateExpression(given)) templates.push(withDot(partsOf(given)));
    }
    if (ts.isVariableDeclaration(node) && HOLD_BEGINNINGS.has(node.name.getText()))
      literalsIn(node).forEach((beginning) => beginnings.add(beginning));
    ts.forEachChild(node, (child) => visit(child, file));
  };
  for (const file of ['apps', 'libs'].flatMap((folder) => sourcesIn(house, folder))) {
    if (file.endsWith('.generated.ts')) continue;
    const text = readFileSync(join(house, file), 'utf8');
    visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), file);
  }
  return { words, templates, beginnings, called, texts };
}

const nameOf = ({ expression }: ts.CallExpression): string =>
  ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();

/** The keys of a message that is said: one, or both sides of a choice. */
const keysIn = (call: ts.CallExpression): string[] => {
  const at = SAY_A_MESSAGE[nameOf(call)];
  return at === undefined ? [] : keysOf(call.arguments[at]);
};

const keysOf = (node: ts.Node | undefined): string[] => {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  return ts.isConditionalExpression(node) ? [node.whenTrue, node.whenFalse].flatMap(keysOf) : [];
};

const beginningIn = (call: ts.CallExpression): ts.Expression | undefined =>
  TAKE_A_BEGINNING.has(nameOf(call)) ? call.arguments[1] : undefined;

/** The code that is put behind a composed beginning is one more part. */
const withDot = (parts: readonly string[]): string[] => [
  ...parts.slice(0, -1),
  `${parts.at(-1)}.`,
  '',
];

const partsOf = ({ head, templateSpans }: ts.TemplateExpression): string[] => [
  head.text,
  ...templateSpans.map(({ literal }) => literal.text),
];

const literalsIn = (node: ts.Node): string[] =>
  ts.isStringLiteralLike(node)
    ? [node.text]
    : node.getChildren().flatMap((child) => literalsIn(child));

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

const patternsOf = (templates: Asked['templates'], sign: string): RegExp[] =>
  templates
    .filter((parts) => parts.some((part) => part.includes(sign)))
    .map((parts) => new RegExp(`^${parts.map(escaped).join('(.+)')}$`));

/** Tells whether anything in the sources can ask for a key. */
export function usedBy({ words, templates, beginnings }: Asked): (key: string) => boolean {
  const keys = patternsOf(
    templates.filter(([head]) => head?.includes('.')),
    '.',
  );
  const codes = patternsOf(templates, '/');
  const isCode = (word: string): boolean =>
    words.has(word) ||
    (word.includes('/') && codes.some((code) => code.exec(word)?.slice(1).every(isCode)));
  const known = (rest: string) => rest.split('.').every(isCode);
  const begun = (key: string) =>
    [...key.matchAll(/\./g)].some(
      ({ index }) => beginnings.has(key.slice(0, index)) && known(key.slice(index + 1)),
    );
  return (key) =>
    words.has(key) || begun(key) || keys.some((one) => one.exec(key)?.slice(1).every(known));
}
