import { randomUUID } from 'node:crypto';
import { isUuid } from '../event-id.js';
import type { Connection } from './connection.js';
import { isConflict } from './failures.js';
import { givenIn, streamPage } from './read-message.js';
import { note } from './recorded.js';

/** No category of ours: it is never read as part of the log. */
const STREAM = 'klimaspur_log';
const WITHIN_MS = 4_000;

/** The name of the log on this server; `make`: given by whoever comes first. Undefined where there is none. */
export async function logNameAt(
  connection: Connection,
  make: boolean,
): Promise<string | undefined> {
  const there = await nameIn(connection);
  if (there !== undefined || !make) return there;
  try {
    const named = note('LogNamed', { logId: randomUUID() });
    await connection.append({ stream: STREAM, events: [named], head: -1 });
  } catch (error) {
    if (!isConflict(error)) throw error;
  }
  const given = await nameIn(connection);
  // What is being written makes a conflict before it can be read.
  if (given === undefined) throw new Error('The name of the log cannot be read yet');
  return given;
}

async function nameIn(connection: Connection): Promise<string | undefined> {
  let name: string | undefined;
  const first = streamPage({ stream: STREAM, count: 1 });
  await connection.read(first, { leader: true }, WITHIN_MS, (met) => {
    const { logId } = (givenIn(met).data ?? {}) as { readonly logId?: unknown };
    if (typeof logId === 'string' && isUuid(logId)) name = logId;
    return undefined;
  });
  return name;
}
