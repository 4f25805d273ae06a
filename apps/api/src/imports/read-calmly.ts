import {
  readImportSteps,
  type GrowingList,
  type ImportDocument,
  type ImportOptions,
} from '@klimaspur/importers';
import { othersFirst } from '../reading/in-turns.js';

const ROWS_AT_ONCE = 50;

/** Reads a file a handful of rows at a time, so that others are answered in between; gives the rows read so far. */
export async function* readCalmly(
  bytes: Uint8Array,
  options: ImportOptions,
  newList: () => GrowingList,
): AsyncGenerator<number, ImportDocument<GrowingList>> {
  const steps = readImportSteps(bytes, options, newList);
  for (let rows = 0; ; rows += 1) {
    const { done, value } = steps.next();
    if (done) return value;
    if (rows % ROWS_AT_ONCE !== ROWS_AT_ONCE - 1) continue;
    yield rows + 1;
    await othersFirst();
  }
}
