import type { OpenSheet } from './open-sheet.js';

const kinds =
  '(?:(?:Landeshaupt|Kreis|Universitäts|Hanse)?[Ss]tadt|(?:Verbands|Samt)?[Gg]emeinde|Markt|(?:Land)?[Kk]reis)';
const word = String.raw`\p{Lu}[\p{L}-]+`;
const place = String.raw`(?:am|an der|im|in der|bei|ob der|vor der|auf)`;
const named = new RegExp(
  String.raw`(?<![\p{L}-])${kinds}\s+(${word}(?:\s${place}\s${word})?)`,
  'u',
);
/** What follows „Stadt“ in a title and is no name of one. */
const noName = /klima|konzept|plan|liste|maßnahme|stand|energie/i;

/** The town that a title above the table names, as a suggestion: „Maßnahmen der Stadt Grünberg“ → „Grünberg“. */
export const townAbove = ({ sample, heading }: OpenSheet): string | undefined =>
  sample
    .filter(({ number }) => number <= heading.last - heading.texts.length)
    .flatMap(({ cells }) => cells.flatMap((cell) => named.exec(cell?.text ?? '')?.[1] ?? []))
    .find((name) => !noName.test(name));
