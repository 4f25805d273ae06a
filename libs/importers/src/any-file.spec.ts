import * as fc from 'fast-check';
import { catalogue, checkData } from '@klimaspur/domain';
import { columnKeys } from './measures-table/column-words.js';
import { type TestCell, workbook } from './testing/workbook.js';
import { city, importing, measuresOf, task } from './testing/files.js';

const json = { fileName: 'a.json', format: 'LOCALZERO' as const };

/** Records that are almost right: known columns with any value. */
const columns = ['path', 'depth', 'city', 'title', 'execution_status', 'actual_start', 'name'];
const record = fc.record({
  model: fc.constantFrom('cpmonitor.city', 'cpmonitor.task', 'cpmonitor.localgroup', 'x', 5),
  pk: fc.oneof(fc.nat({ max: 5 }), fc.jsonValue()),
  fields: fc.oneof(
    fc.dictionary(
      fc.constantFrom(...columns),
      fc.oneof(fc.constantFrom('0001', 1, 6), fc.jsonValue()),
    ),
    fc.jsonValue(),
  ),
});

describe('no file', () => {
  it('of any bytes makes the reader fail: it says something, or gives something', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const document = importing(bytes);
        expect(document.municipalities.length + document.refused.length).toBeGreaterThan(0);
      }),
    );
  });

  it('of any JSON makes the reader fail', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.array(record).map((list) => JSON.stringify(list)),
        ),
        (text) => {
          const document = importing(new TextEncoder().encode(text), json);
          for (const { words } of [...document.refused, ...document.findings]) {
            expect(`${words.de}${words.en}`).not.toMatch(/\{[a-z]+\}/);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('of any table makes the reader fail, and each row that can be a measure comes in or is named', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 6 });
    const row = fc
      .tuple(cell, cell, cell)
      .map((cells) => cells.map((text) => text.replace(/[";\r\n\t]/g, '')));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        const filled = rows.filter(
          (cells) =>
            cells[1]!.trim() !== '' || cells.filter((text) => text.trim() !== '').length > 1,
        );
        const text = ['Nr;Titel;Kosten', ...rows.map((cells) => cells.join(';'))].join('\n');
        const document = importing(`${text}\n`);
        const said = [
          ...document.refused,
          ...document.findings.filter(({ code }) => code === 'row-left-out'),
        ];
        const numbers = new Set(
          rows.flatMap((cells, index) => (filled.includes(cells) ? [`row ${index + 2}`] : [])),
        );
        const named = new Set(said.map(({ where }) => where).filter((at) => numbers.has(at)));
        expect(measuresOf(document).length + named.size).toBe(
          document.refused.some(({ where }) => where === 'file') ? 0 : filled.length,
        );
      }),
    );
  });
});

/** Cells that a sheet of measures could hold, and such that it should not. */
const testCell: fc.Arbitrary<TestCell> = fc.oneof(
  fc.constantFrom<TestCell>(
    null,
    'Titel',
    'Status',
    'Kosten',
    'Handlungsfeld',
    'in Arbeit',
    'Summe',
    'Ende 2025',
    'ca. 5 €',
    { percent: 0.5 },
    { date: '2024-02-29' },
    { error: '#REF!' },
    { formula: 'A1', value: 'x' },
    true,
    '('.repeat(2_000),
    `1${' '.repeat(3_000)}1`,
    'stand '.repeat(500),
  ),
  fc.string({ maxLength: 12 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const column = fc.constantFrom('A', 'B', 'C', 'D');
const rowNumber = fc.integer({ min: 1, max: 12 });
const merge = fc
  .tuple(column, rowNumber, column, rowNumber)
  .map(([left, top, right, bottom]) => `${left}${top}:${right}${bottom}`);
const testSheet = fc.record({
  name: fc.constantFrom('A', 'B'),
  rows: fc.array(fc.array(testCell, { maxLength: 5 }), { maxLength: 12 }),
  merges: fc.array(merge, { maxLength: 3 }),
  hidden: fc.boolean(),
});
const xlsx = { fileName: 'liste.xlsx', standOn: '2024' };

describe('no workbook', () => {
  it('of any cells makes the reader fail, and what comes in is what our own rules allow', () => {
    fc.assert(
      fc.property(fc.array(testSheet, { minLength: 1, maxLength: 2 }), (sheets) => {
        const document = importing(workbook(...sheets), xlsx);
        const typed = JSON.stringify(sheets);
        expect(document.municipalities.length + document.refused.length).toBeGreaterThan(0);
        for (const { words } of [...document.refused, ...document.findings]) {
          const holes = `${words.de}${words.en}`.match(/\{[a-z]+\}/g) ?? [];
          // What stands in a cell is quoted as it is.
          expect(holes.filter((hole) => !typed.includes(hole))).toEqual([]);
        }
        for (const { entries, described } of measuresOf(document)) {
          const issues = entries.flatMap(({ type, data }) => checkData(catalogue[type], data));
          expect(issues).toEqual([]);
          expect(described ? checkData(catalogue.MeasureDescribed, described) : []).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('whose bytes were changed makes the reader fail', () => {
    const bytes = workbook({
      name: 'A',
      rows: [
        ['Titel', 'Status'],
        ['Radwege', 'läuft'],
      ],
      merges: ['A1:A2'],
    });
    const change = fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 }));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const changed = Uint8Array.from(bytes);
        for (const [at, value] of changes) changed[at] = value;
        const document = importing(changed, xlsx);
        expect(document.municipalities.length + document.refused.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });

  it('and no mapping either', () => {
    const mapping = fc.record(
      {
        sheet: fc.constantFrom('A', 'B', ''),
        headingRow: fc.integer({ min: 1, max: 14 }),
        columns: fc.dictionary(
          fc.constantFrom('Titel', 'Status', 'Kosten', 'A', 'B', 'x'),
          fc.constantFrom(...columnKeys, 'ignore' as const),
        ),
        dateOrder: fc.constantFrom('DMY' as const, 'MDY' as const),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(testSheet, mapping, (one, asked) => {
        const document = importing(workbook(one), { ...xlsx, mapping: asked });
        expect(document.municipalities.length + document.refused.length).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a tree of any shape', () => {
  it('comes in node by node: fields and measures and refusals are all that was there', () => {
    const paths = fc.uniqueArray(
      fc
        .array(fc.constantFrom('0001', '0002', '000A'), { minLength: 1, maxLength: 5 })
        .map((parts) => parts.join('')),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(paths, (places) => {
        const document = importing([city(1), ...places.map((path, pk) => task(pk, path))]);
        const { fields, measures } = document.municipalities[0]!.plan;
        expect(document.refused).toEqual([]);
        expect(fields.length + measures.length).toBe(places.length);
        const known = new Set(fields.map(({ source }) => source.key));
        for (const above of [...fields.map((f) => f.parent), ...measures.map((m) => m.field)]) {
          if (above !== undefined) expect(known).toContain(above);
        }
      }),
    );
  });
});
