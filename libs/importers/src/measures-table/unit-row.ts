import { isBlank, type TableRow } from '../tables/table.js';
import type { ColumnKey } from './column-words.js';
import { distinct, type HeadingRow } from './heading-row.js';

const figure =
  /^(?:in )?(?:€|eur|euro|t ?€|t ?eur|teur|tsd\.? ?(?:€|eur)|mio\.? ?(?:€|eur)|%|prozent|t|kg|kt|tonnen|(?:t|kg) ?co[2₂]\S*|kwh|mwh|gwh|vzä|stellen)(?: ?(?:\/ ?(?:a|jahr|year)|pro jahr|p\. ?a\.|per year))?$/i;
const form =
  /^(?:in )?(?:t{1,2}\.m{1,2}\.j{2,4}|dd?\.mm?\.y{2,4}|m{1,2}[./]j{2,4}|mm[./]y{2,4}|j{4}|yyyy(?:-mm(?:-dd)?)?|quartal\/jahr|monat\/jahr|datum|date|jahr|text|freitext|zahl|nummer|number|auswahl(?:liste)?|dropdown|ja ?\/ ?nein|yes ?\/ ?no|optional|pflichtfeld|pflicht|required|\(?\d{1,2}\)?)$/i;

const inside = (text: string) => text.trim().replace(/^[[(](.*)[\])]$/, '$1');

/** A row below the heading that says how its columns are filled in: „in €“, „%“, „TT.MM.JJJJ“, or their numbers. */
const isUnitRow = ({ cells }: TableRow): boolean => {
  const said = cells.flatMap((cell) => (isBlank(cell) ? [] : [inside(cell!.text)]));
  const numbers = said.every((text) => /^\(?\d{1,2}\)?$/.test(text));
  if (numbers) return said.length > 2 && said.every((text, index) => Number(text) === index + 1);
  return said.length > 0 && said.every((text) => figure.test(text) || form.test(text));
};

/** The heading with the row of units that belongs to it. */
export const withUnits = (
  heading: HeadingRow,
  rows: readonly TableRow[],
  keyOf: (heading: string) => ColumnKey | undefined,
): HeadingRow => {
  const next = rows.find(({ number }) => number > heading.last);
  if (!next || next.number > heading.last + 2 || !isUnitRow(next)) return heading;
  const names = heading.names.map((name, column) => {
    const unit = inside(next.cells[column]?.text ?? '');
    const named = `${name} (${unit})`;
    return figure.test(unit) && keyOf(named) ? named : name;
  });
  const texts = new Set(next.cells.flatMap((cell) => (isBlank(cell) ? [] : [cell!.text.trim()])));
  return {
    ...heading,
    last: next.number,
    names: distinct(names),
    texts: [...heading.texts, texts],
  };
};
