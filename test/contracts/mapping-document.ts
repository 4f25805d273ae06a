import { columnKeys, statusMeanings, type ColumnMapping } from '@klimaspur/importers';
import { headings } from '../../libs/importers/src/measures-table/column-headings.js';
import { messageFor } from '@klimaspur/messages';

/** Each part of a mapping, and what it says. */
const parts: Readonly<Record<keyof ColumnMapping, string>> = {
  sheet: 'the name of the sheet that is read, or a list of names; no other is then',
  sheets: 'by the names of sheets: `read` or `ignore`, whatever they look like',
  headingRow: 'the last row of the heading, as a spreadsheet counts',
  columns: 'by the headings of the file: what each column is, one of the names below, or `ignore`',
  dateOrder: '`DMY` or `MDY`: how to read 03/04/2024',
  statusWords:
    'by the words of the file: what they mean for the implementation, one of the codes below',
};

export const mappingParts = Object.keys(parts);

/** The first headings by which a column is known without a mapping. */
const knownAs = (key: keyof typeof headings): string =>
  headings[key].replace(/\s+/g, ' ').split(', ').slice(0, 4).join(', ');

const row = (...cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const code = (word: string) => `\`${word}\``;

/** The generated half of docs/list-mapping.md. */
export const mappingDocument = (): string =>
  [
    '## Parts',
    '',
    row('part', 'says'),
    row('---', '---'),
    ...Object.entries(parts).map(([name, says]) => row(code(name), says)),
    '',
    '## Columns',
    '',
    row('name', 'is', 'German pages', 'known as (among others)'),
    row('---', '---', '---', '---'),
    ...columnKeys.map((key) =>
      row(
        code(key),
        messageFor('en', `column.${key}`) ?? '',
        messageFor('de', `column.${key}`) ?? '',
        knownAs(key),
      ),
    ),
    row(code('ignore'), 'stays outside', 'bleibt draußen', ''),
    '',
    '## Words of the state',
    '',
    row('code', 'says', 'German pages'),
    row('---', '---', '---'),
    ...statusMeanings.map((meaning) =>
      row(
        code(meaning),
        messageFor('en', `import.meaning.${meaning}`) ?? '',
        messageFor('de', `import.meaning.${meaning}`) ?? '',
      ),
    ),
    '',
  ].join('\n');
