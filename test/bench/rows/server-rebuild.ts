import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { ReadModels } from '@klimaspur/read-models';
import { openVault } from '@klimaspur/vault';
import { ask } from '../../tools/ask.js';
import { type RunningServer, startBuiltServer } from '../../tools/running-server.js';
import { alone, type Bench, told } from '../bench.js';
import { median, quantile } from '../measure.js';
import { writePlans } from '../plan-samples.js';
import { treeBuilt } from './server-pages.js';

const READS_EVERY_MS = 20;
const WRITES_EVERY_MS = 50;
const MEASURES_OF_A_TOWN = 100;

export const bench: Bench = {
  name: 'server: rebuild while people read and write',
  async run({ folder, quick }) {
    const asked = await writePlans(folder, quick ? 1_000 : 10_000);
    await (await openVault(`sqlite:${join(folder, 'vault.db')}`)).close();
    const server = await startBuiltServer({ KLIMASPUR_DATA: folder });
    const seen = new Seen(server);
    const { town } = asked.at(-1)!;
    while ((await seen.total(town).catch(() => 0)) < MEASURES_OF_A_TOWN) await sleep(100);
    await treeBuilt(server);
    let isBuilding = true;
    const every = async (ms: number, act: (n: number) => Promise<void>) => {
      const begun: Promise<void>[] = [];
      for (let n = 0; isBuilding; n++, await sleep(ms)) begun.push(act(n));
      await Promise.all(begun);
    };
    const began = performance.now();
    const built = ask(server, { path: '/api/v1/read-models/rebuild', body: {} }).finally(
      () => (isBuilding = false),
    );
    await Promise.all([
      every(READS_EVERY_MS, (n) => seen.read(asked[(n * 7) % asked.length]!.town)),
      every(WRITES_EVERY_MS, (n) => seen.write(asked[(n * 11) % asked.length]!.measure)),
      built,
    ]);
    const seconds = (performance.now() - began) / 1_000;
    if ((await built).status !== 200) throw new Error((await built).text);
    await server.stop();
    const during = `during a rebuild, ${seen.reads} reads and ${seen.waited.length} writes`;
    return [
      alone(`failed, empty or mixed answers ${during}`, 'answers', seen.wrong, { less: 0 }),
      alone('rows other than those of a fresh replay', 'rows', await others(folder), { less: 0 }),
      alone(`write → read, ${during}, median`, 'ms', median(seen.waited), { less: 10 }),
      told('the same, p99', 'ms', quantile(seen.waited, 0.99)),
      told('that rebuild', 's', seconds),
    ];
  },
};

/** What somebody saw who came by meanwhile. */
class Seen {
  wrong = 0;
  reads = 0;
  /** Milliseconds from the answer to a write until a reading answer held it. */
  readonly waited: number[] = [];

  private readonly server: RunningServer;

  constructor(server: RunningServer) {
    this.server = server;
  }

  async total(town: string): Promise<number> {
    const path = `/api/v1/measures?municipality=${town}&limit=1`;
    return ((await this.json(path)) as { total: number }).total;
  }

  /** The list and the numbers of a town: all of it is there, and each of its measures is counted once. */
  async read(town: string): Promise<void> {
    this.reads++;
    try {
      const path = `/api/v1/municipalities/${town}/progress`;
      const odd = this.reads % 2 === 1;
      const shown = odd ? await this.total(town) : countedIn(await this.json(path));
      if (shown !== MEASURES_OF_A_TOWN) this.wrong++;
    } catch {
      this.wrong++;
    }
  }

  async write(measure: string): Promise<void> {
    const path = `/api/v1/measures/${measure}`;
    const body = { text: { note: 'Es geht weiter.' } };
    const written = await ask(this.server, { path: `${path}/report-progress`, body });
    const after = written.headers.get('klimaspur-position') ?? '';
    const began = performance.now();
    const read = await ask(this.server, { path, headers: { 'klimaspur-after': after } });
    this.waited.push(performance.now() - began);
    const isAnswered = written.status === 200 && read.status === 200;
    if (!isAnswered || Number(read.json['revision']) < Number(written.json['revision']))
      this.wrong++;
  }

  private async json(path: string): Promise<object> {
    const response = await fetch(this.server.url + path);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return (await response.json()) as object;
  }
}

const countedIn = (answer: object): number => {
  const { counts } = answer as { counts: { byStatus: Record<string, number> } };
  return Object.values(counts.byStatus).reduce((sum, count) => sum + count, 0);
};

/** How many rows differ from those of views that are made anew from the log. */
async function others(folder: string): Promise<number> {
  const fresh = join(folder, 'fresh.db');
  const models = await ReadModels.openInThread({ log: `sqlite:${folder}`, views: fresh });
  await models.close();
  const db = new DatabaseSync(join(folder, 'views.db'));
  db.exec(`ATTACH '${fresh}' AS fresh`);
  const tables = db
    .prepare(
      `SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'measure_search%'
      AND name NOT LIKE 'sqlite_%'`,
    )
    .all() as { name: string }[];
  const count = (sql: string) => (db.prepare(sql).get() as { n: number }).n;
  const differing = tables.map(({ name }) => {
    const [own, other] = [`SELECT * FROM main.${name}`, `SELECT * FROM fresh.${name}`];
    const without = (a: string, b: string) => count(`SELECT count(*) AS n FROM (${a} EXCEPT ${b})`);
    return without(own, other) + without(other, own);
  });
  db.close();
  return differing.reduce((sum, n) => sum + n, 0);
}
