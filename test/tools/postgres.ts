import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const LOOK_EVERY_MS = 50;

/** An empty database of a real PostgreSQL. One server for all suites of a run, started by the first that needs it. */
export async function freshDatabase(): Promise<string> {
  const server = await postgres();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await statement(`${server}/postgres`, `CREATE DATABASE ${name}`);
  return `${server}/${name}`;
}

/** An empty place in a database, quicker than a database of its own. */
export async function freshSchema(database: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await statement(database, `CREATE SCHEMA ${name}`);
  return `${database}?options=-c%20search_path%3D${name}`;
}

/** For what only somebody beside the vault can do or see. */
export async function statement<Row extends pg.QueryResultRow>(
  url: string,
  text: string,
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

async function postgres(): Promise<string> {
  const own = process.env['KLIMASPUR_TEST_POSTGRES'];
  if (own) return own.replace(/\/$/, '');
  const folder = join(process.env['KLIMASPUR_TEST_RUN']!, 'postgres');
  if (isFirst(folder)) startIn(folder);
  for (;;) {
    if (existsSync(join(folder, 'url'))) return readFileSync(join(folder, 'url'), 'utf8');
    if (existsSync(join(folder, 'failed'))) {
      throw new Error(
        `No PostgreSQL from npm runs here (${readFileSync(join(folder, 'failed'), 'utf8')}). ` +
          'Set KLIMASPUR_TEST_POSTGRES=postgres://user:password@host:port to one where databases may be made.',
      );
    }
    await delay(LOOK_EVERY_MS);
  }
}

/** Suites run in several processes. */
const isFirst = (folder: string): boolean => {
  try {
    mkdirSync(folder, { mode: 0o755 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
};

const startIn = (folder: string): void => {
  const minder = fileURLToPath(new URL('postgres-minder.mjs', import.meta.url));
  const runner = process.env['KLIMASPUR_TEST_RUNNER']!;
  spawn(process.execPath, [minder, folder, runner], { detached: true, stdio: 'ignore' }).unref();
};
