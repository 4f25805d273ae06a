import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EventReader, openLogReader, type Position } from '@klimaspur/event-store';
import { ReadModels } from '@klimaspur/read-models';
import { rowsOf } from '../read-models/projected.js';
import { publishTown } from '../tools/publish-town.js';
import { type RunningServer, startBuiltServer, token } from '../tools/running-server.js';
import { klimaspurIn } from '../tools/shell.js';

const WRITES_A_SECOND = 20;
/** So many long texts that copying takes several steps. */
const MEASURES = 250;
const LONG_TEXT = 'Fernwärme aus dem Fluss. '.repeat(780);

interface Answer {
  readonly id: string;
  readonly position: string;
  readonly events: readonly string[];
}

/** What an answer said that was given before the next one was asked for. */
interface Acknowledged {
  readonly position: Position;
  readonly event: string;
}

interface Report {
  readonly logId: string;
  readonly position: Position;
  readonly events: number;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-'));
});
const servers: RunningServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function serve(data: string): Promise<RunningServer> {
  const server = await startBuiltServer({ KLIMASPUR_DATA: data });
  servers.push(server);
  return server;
}

const environment = { KLIMASPUR_TOKEN: token };
const authorization = `Bearer ${token}`;

async function post(
  server: RunningServer,
  path: string,
  body: object,
  more: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const response = await fetch(`${server.url}/api/v1/${path}`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json', ...more },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}

async function aTown(server: RunningServer): Promise<string[]> {
  const { id: municipality } = await post(server, 'municipalities', { text: { name: 'Musterau' } });
  await publishTown(server, municipality, token);
  const measures: string[] = [];
  for (let n = 0; n < MEASURES; n++) {
    const text = { title: `Maßnahme ${n}` };
    const { id } = await post(server, 'measures', { municipality, text });
    const described = { text: { ...text, description: LONG_TEXT } };
    await post(server, `measures/${id}/describe-measure`, described, { 'if-match': '"0"' });
    measures.push(id);
  }
  return measures;
}

/** Writes at a steady rate, whether or not earlier ones are answered, until told to stop. */
function keepWriting(server: RunningServer, measures: readonly string[]) {
  const acknowledged: Acknowledged[] = [];
  const answers: Promise<void>[] = [];
  const write = async (n: number) => {
    const measure = measures[n % measures.length]!;
    const body = { text: { note: `Eintrag ${n}` } };
    const { position, events } = await post(server, `measures/${measure}/check-unchanged`, body);
    acknowledged.push({ position: position.split(':')[1]!, event: events[0]! });
  };
  let n = 0;
  const timer = setInterval(() => answers.push(write(n++)), 1_000 / WRITES_A_SECOND);
  const stop = async () => {
    clearInterval(timer);
    await Promise.all(answers);
    return acknowledged;
  };
  return { stop, soFar: () => acknowledged.length };
}

const eventsOf = async (server: RunningServer): Promise<string[]> => {
  const headers = { authorization };
  const text = await (await fetch(`${server.url}/api/v1/exports/events`, { headers })).text();
  return text.trim().split('\n');
};

/** A log that ends at a position, whatever came after. */
class LogUpTo extends EventReader {
  readonly logId: string;

  constructor(
    private readonly whole: EventReader,
    private readonly end: Position,
  ) {
    super();
    this.logId = whole.logId;
  }

  async readStream(stream: string) {
    return (await this.whole.readStream(stream)).filter(({ position }) => position <= this.end);
  }

  async readAll(after: Position | null, limit: number) {
    const events = await this.whole.readAll(after, limit);
    return events.filter(({ position }) => position <= this.end);
  }

  async lastPosition() {
    return this.end;
  }

  async streamOf(id: string) {
    return this.whole.streamOf(id);
  }

  async close() {
    await this.whole.close();
  }
}

/** The read models of a log up to a position, built anew. */
async function rowsUpTo(data: string, end: Position): Promise<Record<string, string[]>> {
  const log = new LogUpTo(await openLogReader(`sqlite:${data}`), end);
  const views = join(folder, 'anew.db');
  const models = await ReadModels.openInThread({ log, views });
  await models.close();
  await log.close();
  return rowsOf(views);
}

async function level(server: RunningServer, { logId, position }: Report): Promise<void> {
  const headers = { authorization, 'klimaspur-after': `${logId}:${position}` };
  let behind = true;
  while (behind) {
    const answer = await fetch(`${server.url}/api/v1/measures`, { headers });
    behind = answer.headers.has('klimaspur-behind');
    await answer.arrayBuffer();
  }
}

describe('a backup while twenty entries a second arrive', () => {
  it('holds all that was acknowledged up to its position, and shows the same', async () => {
    const [data, restored] = [join(folder, 'data'), join(folder, 'restored')];
    const file = join(folder, 'backup.tar');
    const server = await serve(data);
    const writing = keepWriting(server, await aTown(server));
    while (writing.soFar() < WRITES_A_SECOND) await sleep(10);

    const backup = await klimaspurIn({ data, environment }, 'backup', file, '--json');
    expect(backup).toMatchObject({ code: 0, err: '' });
    const soFar = writing.soFar();
    while (writing.soFar() < soFar + WRITES_A_SECOND) await sleep(10);
    const acknowledged = await writing.stop();
    const original = await eventsOf(server);
    await server.stop();

    const made = JSON.parse(backup.out) as Report;
    const within = acknowledged.filter(({ position }) => position <= made.position);
    expect(within.length).toBeGreaterThanOrEqual(WRITES_A_SECOND);
    expect(acknowledged.length).toBeGreaterThanOrEqual(within.length + WRITES_A_SECOND);

    const restore = await klimaspurIn({ data: restored }, 'restore', file, '--json');
    expect(restore).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(restore.out)).toMatchObject({
      logId: made.logId,
      position: made.position,
      events: made.events,
    });

    const again = await serve(restored);
    const found = await eventsOf(again);
    await level(again, made);
    await again.stop();
    expect(found).toEqual(original.slice(0, made.events));
    const ids = new Set(found.map((line) => (JSON.parse(line) as { id: string }).id));
    expect(within.filter(({ event }) => !ids.has(event))).toEqual([]);
    expect(rowsOf(join(restored, 'views.db'))).toEqual(await rowsUpTo(data, made.position));
  });
});
