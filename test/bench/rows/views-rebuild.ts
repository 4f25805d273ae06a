import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ReadModels } from '@klimaspur/read-models';
import { alone, type Bench } from '../bench.js';
import { median, rate } from '../measure.js';
import { writePlans } from '../plan-samples.js';

export const bench: Bench = {
  name: 'views: rebuild',
  async run({ folder, quick }) {
    await writePlans(folder, quick ? 1_000 : 10_000);
    const log = `sqlite:${folder}`;
    const events = eventsIn(folder);
    const rates: number[] = [];
    for (let round = 0; round < (quick ? 1 : 3); round++) {
      const views = join(folder, `views-${round}.db`);
      rates.push(await rate(events, () => built(log, views)));
    }
    const name = `rebuild of all read models, ${events} events`;
    return [alone(name, 'events/s', median(rates), { more: 60_000 })];
  },
};

/** As a server does that has none. */
async function built(log: string, views: string): Promise<void> {
  const models = await ReadModels.open({ log, views });
  await models.first();
  await models.close();
}

const eventsIn = (folder: string): number => {
  const db = new DatabaseSync(join(folder, 'log.db'), { readOnly: true });
  const { n } = db.prepare('SELECT count(*) AS n FROM events').get() as { n: number };
  db.close();
  return n;
};
