import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ReadModels } from '@klimaspur/read-models';
import { openVault } from '@klimaspur/vault';
import type { Setting } from './bench.js';
import { writePlans } from './plan-samples.js';

const MEASURES = 100_000;
const FEW_MEASURES = 1_000;

/** A data folder with a log of 1.1 million events about 100,000 measures in 1,000 towns, its views and an empty vault, made once in a run. */
export async function largeFolder({ shared, quick }: Pick<Setting, 'shared' | 'quick'>) {
  const count = quick ? FEW_MEASURES : MEASURES;
  const folder = join(shared, 'large');
  const views = join(folder, 'views.db');
  if (!existsSync(folder)) {
    await writePlans(folder, count);
    await (await ReadModels.openInThread({ log: `sqlite:${folder}`, views })).close();
    await (await openVault(`sqlite:${join(folder, 'vault.db')}`)).close();
  }
  return { folder, views, count };
}
