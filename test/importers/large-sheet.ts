// Reads a list of measures in a process of its own and says how much memory that took:
//   large-sheet <file>
// `peak` is the most that was held while reading, `held` what the result itself holds; in bytes.
import { readFileSync } from 'node:fs';
import { type ImportedMeasure, readImportSteps } from '@klimaspur/importers';

const [file] = process.argv.slice(2);
const bytes = new Uint8Array(readFileSync(file!));
const { gc } = globalThis as unknown as { gc(): void };
const used = () => {
  gc();
  return process.memoryUsage().heapUsed;
};

const before = used();
const options = { fileName: 'liste.xlsx', today: '2026-09-01' };
const steps = readImportSteps(bytes, options, (): ImportedMeasure[] => []);
let peak = 0;
let rows = 0;
let step = steps.next();
for (; !step.done; step = steps.next()) {
  rows += 1;
  if (rows % 1_000 === 0) peak = Math.max(peak, used() - before);
}
const document = step.value;
const held = used() - before;
const measures = document.municipalities[0]?.plan.measures.length ?? 0;
process.stdout.write(
  JSON.stringify({ rows, measures, refused: document.refused.length, peak, held }),
);
