import { formatDay } from '@klimaspur/messages';
import { parse } from 'csv-parse/sync';
import { plain } from './example-pages.js';

/** A chart of a page: what its table says, and where its files are. */
export interface ChartOnPage {
  readonly sentence: string;
  readonly rows: readonly (readonly string[])[];
  readonly files: readonly string[];
}

const all = (html: string, pattern: RegExp): string[] =>
  Array.from(html.matchAll(pattern), ([, found = '']) => found);

const cellsOf = (row: string): string[] =>
  all(row, /<t[hd][^>]*>(.*?)<\/t[hd]>/gs).map((cell) => plain(cell).trim());

/** Every chart of a page; without the heading of its table. */
export const chartsOf = (html: string): ChartOnPage[] =>
  all(html, /<figure class="chart">(.*?)<\/figure>/gs).map((figure) => ({
    sentence: plain(all(figure, /<figcaption>(.*?)<\/figcaption>/gs)[0] ?? '').trim(),
    rows: all(figure, /<tr>(.*?)<\/tr>/gs)
      .slice(1)
      .map(cellsOf),
    files: all(figure, /<a href="([^"]*)" download/g).map((href) => href.replaceAll('&amp;', '&')),
  }));

/** The rows of a file, each cell also as a page writes days. */
export const rowsIn = (csv: string): ReadonlySet<string>[] => {
  const [, ...rows] = parse(csv, { delimiter: ';', bom: true }) as string[][];
  return rows.map(
    (cells) =>
      new Set(
        cells.flatMap((cell) =>
          /^\d{4}(?:-\d\d){0,2}$/.test(cell) ? [cell, plain(formatDay(cell, 'de'))] : [plain(cell)],
        ),
      ),
  );
};
