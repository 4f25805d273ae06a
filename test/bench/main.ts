// `npm run bench [-- --json] [--quick] [--only WORD,WORD]`: every row of rows/, against its peer, in one run. A word is a
// part of the name of a row or its file.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Bench, notMeasured, type Result } from './bench.js';
import { table } from './table.js';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
});

const rows = new URL('rows/', import.meta.url);
const benches = await Promise.all(
  readdirSync(rows)
    .filter((file) => file.endsWith('.ts'))
    .toSorted()
    .map(async (file) => {
      const { bench } = (await import(new URL(file, rows).href)) as { bench: Bench };
      return { file, bench };
    }),
);

const words = options.only.split(',');
const chosen = benches.filter(({ file, bench }) =>
  words.some((word) => `${file} ${bench.name}`.includes(word)),
);
const shared = newFolder();
const results: Result[] = [];
for (const { bench } of chosen) {
  process.stderr.write(`${bench.name} …\n`);
  for (const result of await inOwnFolder(bench)) {
    results.push(result);
    if (options.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  }
}
remove(shared);
if (!options.json) process.stdout.write(`\n${table(results)}\n`);

/** A row that breaks is a row that is missed; the others are measured all the same. */
async function inOwnFolder(bench: Bench): Promise<Result[]> {
  const folder = newFolder();
  try {
    return await bench.run({ folder, shared, quick: options.quick });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return [notMeasured(bench.name, 'broken, see above', '–')];
  } finally {
    remove(folder);
  }
}

function newFolder(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'klimaspur-bench-')), 'row');
  mkdirSync(folder);
  return folder;
}

function remove(folder: string): void {
  rmSync(dirname(folder), { recursive: true, force: true });
}
