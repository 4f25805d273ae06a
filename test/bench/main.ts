// `npm run bench [-- --json] [--quick] [--only WORD of a file or name]`: every row of rows/, against its peer, in one run.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench, Result } from './bench.js';
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

const results: Result[] = [];
const chosen = benches.filter(({ file, bench }) => `${file} ${bench.name}`.includes(options.only));
for (const { bench } of chosen) {
  process.stderr.write(`${bench.name} …\n`);
  for (const result of await inOwnFolder(bench)) {
    results.push(result);
    if (options.json) process.stdout.write(`${JSON.stringify(result)}\n`);
  }
}
if (!options.json) process.stdout.write(`\n${table(results)}\n`);

async function inOwnFolder(bench: Bench): Promise<Result[]> {
  const parent = mkdtempSync(join(tmpdir(), 'klimaspur-bench-'));
  const folder = join(parent, 'row');
  mkdirSync(folder);
  try {
    return await bench.run({ folder, quick: options.quick });
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}
