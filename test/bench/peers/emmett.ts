import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Call } from '../log-samples.js';
import { installed } from './installed.js';

// Installed by the bench alone, outside the repository: the package names no licence.
const PACKAGES = [
  '@event-driven-io/emmett-sqlite@0.42.4',
  '@event-driven-io/emmett@0.42.0',
  'sqlite3@5.1.7',
  'async-retry@1.3.3',
  'commander@12.1.0',
  'uuid@10.0.0',
];
const ENTRY = '@event-driven-io/emmett-sqlite/dist/index.js';
const DRIVER = 'sqlite3/build/Release/node_sqlite3.node';

interface EmmettStore {
  appendToStream(stream: string, events: object[]): Promise<unknown>;
  schema: { migrate(): Promise<void> };
}
interface EmmettSqlite {
  getSQLiteEventStore(options: object): EmmettStore;
}

/** Emmett's SQLite store as its documentation opens it; null where it cannot be installed. */
export async function emmettStore(file: string): Promise<EmmettStore | null> {
  const modules = installed({
    name: 'emmett-sqlite',
    packages: PACKAGES,
    files: [ENTRY, DRIVER],
    words: ['--legacy-peer-deps'],
  });
  if (!modules) return null;
  const { href } = pathToFileURL(join(modules, ENTRY));
  const { getSQLiteEventStore } = (await import(href)) as EmmettSqlite;
  const open = (autoMigration: string): EmmettStore =>
    getSQLiteEventStore({ fileName: file, schema: { autoMigration } });
  await open('None').schema.migrate();
  return open('None');
}

/** The same calls, so many at a time. Failed calls are not counted: with several callers most of them fail. */
export async function emmettRate(
  store: EmmettStore,
  calls: readonly Call[],
  callers: number,
  ms: number,
): Promise<number> {
  const start = performance.now();
  let next = 0;
  let stored = 0;
  const caller = async (): Promise<void> => {
    while (performance.now() - start < ms) {
      const { stream, event } = calls[next++ % calls.length]!;
      const message = { type: event.type, data: event.data, metadata: event.metadata };
      await store.appendToStream(stream, [message]).then(
        () => stored++,
        () => undefined,
      );
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return (stored / (performance.now() - start)) * 1_000;
}
