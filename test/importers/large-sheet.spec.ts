import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workbook } from '@klimaspur/importers/testing';
import { builtProgram } from '../tools/built-process.js';

const headings = ['Nr.', 'Handlungsfeld', 'Maßnahme', 'Status', 'Beginn', 'Kosten', 'Beschreibung'];
const words = ['in Arbeit', 'geplant', 'erledigt', '60 %'];

/** A list such as no town has: long, with texts of its own in each row, and fields that span rows. */
const largeSheet = (count: number): Uint8Array =>
  workbook({
    name: 'Maßnahmen',
    rows: [
      headings,
      ...Array.from({ length: count }, (_, row) => [
        `M${row + 1}`,
        row % 100 === 0 ? `Feld ${row / 100}` : null,
        { inline: `Maßnahme ${row + 1}` },
        words[row % words.length]!,
        2024,
        row * 100.5,
        { inline: `Was getan werden muss, in Worten von Zeile ${row}. `.repeat(4) },
      ]),
    ],
    merges: Array.from(
      { length: count / 100 },
      (_, field) => `B${field * 100 + 2}:B${field * 100 + 101}`,
    ),
  });

interface Read {
  readonly rows: number;
  readonly measures: number;
  readonly refused: number;
  readonly peak: number;
  readonly held: number;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (bytes: Uint8Array): Promise<Read> => {
  const file = join(folder, 'liste.xlsx');
  writeFileSync(file, bytes);
  const words = ['--expose-gc', ...builtProgram('test/importers/large-sheet.ts', file)];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, words, (error, out) =>
      error ? reject(error) : resolve(JSON.parse(out) as Read),
    );
  });
};

const megabyte = 1_000_000;

describe('a sheet of 20,000 rows', () => {
  it('is read row by row: beside what it gives, reading holds no more than for 2,000', async () => {
    const small = await read(largeSheet(2_000));
    const large = await read(largeSheet(20_000));
    expect(large).toMatchObject({ rows: 20_000, measures: 20_000, refused: 0 });
    expect(large.held).toBeGreaterThan(small.held);
    const beside = ({ peak, held }: Read) => Math.max(0, peak - held);
    expect(beside(large)).toBeLessThan(beside(small) + 10 * megabyte);
  });
});
