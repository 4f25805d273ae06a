import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { ImportedMeasure } from '@klimaspur/importers';
import { Spill } from './spilled-measures.js';

const folder = mkdtempSync(join(tmpdir(), 'klimaspur-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const measure = (row: number): ImportedMeasure => ({
  source: { system: 'CSV', key: `M${row}` },
  where: `row ${row}`,
  order: row,
  recorded: {
    text: { title: `Maßnahme ${row}\n„mit Zeilen“ 🌳`, source: { system: 'CSV', key: '' } },
  },
  described: { text: { title: 'x', description: `${row} ${'Was zu tun ist. '.repeat(100)}` } },
  entries: [],
});

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void;
const used = () => {
  gc();
  return process.memoryUsage().heapUsed;
};

describe('measures that wait on the disk', () => {
  it('come back as they were, in their order, as often as they are asked for', () => {
    const spill = new Spill(folder);
    const list = spill.list();
    const all = Array.from({ length: 500 }, (_, row) => measure(row));
    for (const each of all) list.push(each);
    expect([...list]).toEqual(all);
    list.push(measure(500));
    expect([...list]).toHaveLength(501);
    expect(list.length).toBe(501);
    spill.close();
  });

  it('take no memory, and leave no file behind, even for a while', () => {
    const spill = new Spill(folder);
    const list = spill.list();
    const before = used();
    for (let row = 0; row < 20_000; row += 1) list.push(measure(row));
    // As objects they would be six times that.
    expect(used() - before).toBeLessThan(5_000_000);
    expect(readdirSync(folder)).toEqual([]);
    let count = 0;
    for (const { order } of list) {
      expect(order === count).toBe(true);
      count += 1;
    }
    expect(count).toBe(20_000);
    spill.close();
  });
});
