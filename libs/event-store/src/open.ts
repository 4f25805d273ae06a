import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LogMissing } from './errors.js';
import { NotStorable } from './log-error.js';
import type { EventReader, EventStore } from './event-store.js';
import type { EventStoreDbOptions } from './eventstoredb/eventstoredb-log-reader.js';
import { isServer, withoutPassword } from './server-url.js';
import { SqliteLogReader } from './sqlite/log-reader.js';
import { SqliteEventStore, type SqliteOptions } from './sqlite/sqlite-event-store.js';

const SQLITE = 'sqlite:';
const MEMORY = 'sqlite::memory:';

/**
 * `sqlite:<data folder>`, `sqlite::memory:`, `esdb://…` or `esdb+discover://…`. Throws DataFolderInUse if another process writes
 * to the folder, LogUnreachable and LogAccessDenied for a server.
 */
export async function openEventStore(
  url: string,
  options?: SqliteOptions & EventStoreDbOptions,
): Promise<EventStore> {
  if (isServer(url)) {
    const { EventStoreDbEventStore } = await import('./eventstoredb/eventstoredb-event-store.js');
    return EventStoreDbEventStore.open(url, options);
  }
  if (url === MEMORY) return SqliteEventStore.inMemory();
  const store = SqliteEventStore.open(folderOf(url), options);
  await finished(store);
  return store;
}

/** The same url, to read only, beside the process or thread that writes. Throws LogMissing where there is none. */
export async function openLogReader(url: string): Promise<EventReader> {
  if (isServer(url)) {
    const { EventStoreDbLogReader } = await import('./eventstoredb/eventstoredb-log-reader.js');
    return EventStoreDbLogReader.open(url);
  }
  const file = join(folderOf(url), 'log.db');
  if (!existsSync(file)) throw new LogMissing(url);
  return new SqliteLogReader(file);
}

/** Goes on where taking out texts was interrupted. */
async function finished(store: EventStore): Promise<void> {
  try {
    await store.takeTextsOut([]);
  } catch (error) {
    await store.close();
    throw error;
  }
}

function folderOf(url: string): string {
  const folder = url.startsWith(SQLITE) ? url.slice(SQLITE.length) : '';
  if (folder === '' || folder.startsWith(':')) {
    throw new NotStorable(
      `${withoutPassword(url)} is no address of a log: sqlite:<folder> or esdb://host:port`,
    );
  }
  return folder;
}
