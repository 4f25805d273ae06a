// Runs against the built libs, since a worker thread needs built files: writes, asks, rebuilds, and
// says in one line of JSON what it saw.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  newCommandId,
  openEventStore,
  type JsonObject,
  type Position,
} from '@klimaspur/event-store';
import { ReadModels } from '@klimaspur/read-models';

const PATIENCE_MS = 60_000;
const folder = process.argv[2] ?? '';
const log = `sqlite:${folder}`;
const views = join(folder, 'views.db');
const view = { asOf: '2024-06-01', viewer: 'public' } as const;
const town = newCommandId();
const measures = Array.from({ length: 20 }, () => newCommandId());

const store = await openEventStore(log);
let models = await ReadModels.open({ log, views });
let isWoken = true;
store.onCommit(() => void (isWoken && models.wake()));
const changed = new Set<string>();
models.onChange((reached) => reached.changed.forEach((one) => changed.add(one.municipality)));

const revisions = new Map<string, number>();
const tell = async (stream: string, type: string, data: JsonObject): Promise<Position> => {
  const revision = revisions.get(stream) ?? -1;
  const metadata = { occurredOn: null, recordedAt: '2024-01-01T10:00:00.000Z' };
  const event = { id: newCommandId(), type, data, metadata };
  revisions.set(stream, revision + 1);
  const { position } = await store.append(stream, [event], revision < 0 ? 'no_stream' : revision);
  return position;
};
const total = () => models.measures({}, view).total;

await tell(`municipality-${town}`, 'MunicipalityFounded', { text: { name: 'Town' } });
await tell(`municipality-${town}`, 'MunicipalityPublished', {});
const seen: [reached: boolean, total: number][] = [];
for (const id of measures) {
  await tell(`measure-${id}`, 'MeasureRecorded', { municipality: town, text: { title: id } });
  const position = await tell(`measure-${id}`, 'MeasurePublished', {});
  seen.push([await models.waitUntil(position, PATIENCE_MS), total()]);
}

const rebuilding = models.rebuild();
const duringRebuild: number[] = [];
for (const id of measures) {
  await tell(`measure-${id}`, 'MeasureImplementationStarted', {});
  duringRebuild.push(total());
}
await rebuilding;
const last = (await store.lastPosition()) ?? '';
const afterRebuild = await models.waitUntil(last, PATIENCE_MS);
const running = () => models.progress(town, {}, view).counts.byStatus['in-progress'];
const runningAfterRebuild = running();
const impatient = await models.waitUntil('9999999999999999', 30);

// Woken right behind the order to rebuild: who listens meanwhile tells of it before that is done.
isWoken = false;
await tell(`measure-${measures[0]}`, 'MeasureCheckedUnchanged', {});
isWoken = true;
const lives: string[] = [];
const stopListening = models.onChange(() => lives.push(models.status.life));
const again = models.rebuild();
models.wake();
await again;
stopListening();

// An order to close that comes with it is heard, too.
const given = models.rebuild().then(
  () => 'built',
  () => 'given up',
);
await models.close();
const whenClosed = await given;
models = await ReadModels.open({ log, views });

/** Closes, breaks the file, opens again: the rows must be right by themselves. */
const afterBreaking = async (sql: string): Promise<[boolean, number, string | null]> => {
  await models.close();
  const db = new DatabaseSync(views);
  db.exec(sql);
  db.close();
  models = await ReadModels.open({ log, views });
  // An old file answers until the new one is built.
  for (let waited = 0; running() !== measures.length && waited < PATIENCE_MS; waited += 50) {
    await sleep(50);
  }
  return [await models.waitUntil(last, PATIENCE_MS), running(), models.failing];
};
const otherStory = await afterBreaking(
  `UPDATE checkpoint SET event = 'x'; DELETE FROM measure_interval`,
);
const otherContent = await afterBreaking(
  'DELETE FROM measure_interval; PRAGMA user_version = 1000',
);
const otherTables = await afterBreaking('DROP TABLE measure_interval; PRAGMA user_version = 900');

await models.close();
await store.close();
process.stdout.write(
  JSON.stringify({
    ...{ seen, changed: [...changed].map((id) => id === town), duringRebuild, afterRebuild },
    ...{ lives, whenClosed },
    ...{ runningAfterRebuild, impatient, otherStory, otherContent, otherTables },
  }),
);
