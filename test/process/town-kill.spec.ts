import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type RunningServer, startBuiltServer, token } from '../tools/running-server.js';
import { klimaspurIn } from '../tools/shell.js';

const ROWS = 400;
const authorization = `Bearer ${token}`;
const sheet = [
  'Nr.;Handlungsfeld;Titel;Status;Zuständig',
  ...Array.from(
    { length: ROWS },
    (_, row) => `M${row};Feld ${row % 7};Maßnahme ${row};läuft;Amt 1`,
  ),
].join('\n');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (...names: string[]) => join(folder, ...names);
const startOn = (name: string) => startBuiltServer({ KLIMASPUR_DATA: at(name) });
const shell = (name: string, ...words: string[]) =>
  klimaspurIn({ data: at(name), environment: { KLIMASPUR_TOKEN: token } }, ...words);

type Event = Record<string, unknown> & { readonly stream: string };

const eventsOf = async ({ url }: RunningServer): Promise<Event[]> => {
  const answer = await fetch(`${url}/api/v1/exports/events`, { headers: { authorization } });
  const lines = (await answer.text()).split('\n').filter(Boolean);
  return lines.map((line) => {
    const { position: _position, ...event } = JSON.parse(line) as Event;
    return event as Event;
  });
};

/** Looks beside the server how many events its log has, until there are so many or the work is over. */
const untilThere = async (name: string, count: number, over: () => boolean): Promise<void> => {
  const file = at(name, 'log.db');
  while (!existsSync(file)) await new Promise((resolve) => setTimeout(resolve, 1));
  const db = new DatabaseSync(file, { readOnly: true });
  const { table } = db
    .prepare(
      `SELECT name AS "table" FROM sqlite_schema WHERE type = 'table' AND name LIKE 'event%'`,
    )
    .get() as { table: string };
  const counting = db.prepare(`SELECT count(*) AS n FROM ${table}`);
  while (!over() && (counting.get() as { n: number }).n < count) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  db.close();
};

describe('a town that comes to a server which is killed', () => {
  it('comes whole when the same file is taken again, from the shell', async () => {
    const old = await startOn('old');
    await fetch(`${old.url}/api/v1/imports/measures?fileName=l.csv`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/octet-stream' },
      body: sheet,
    }).then((answer) => answer.text());
    const { items } = (await (
      await fetch(`${old.url}/api/v1/municipalities`, { headers: { authorization } })
    ).json()) as { items: { id: string }[] };
    const town = items[0]!.id;
    const key = (await (await fetch(`${old.url}/checkpoint/key`)).text()).trim();
    const file = at('town.tar');
    const exported = await shell('old', 'export', 'town', '--town', town, '--to', file);
    expect([exported.code, exported.err]).toEqual([0, expect.stringContaining(file)]);
    const wanted = (await eventsOf(old)).filter(({ stream }) => !stream.startsWith('person-'));
    expect(wanted.length).toBeGreaterThan(2 * ROWS);

    for (const share of [0.02, 0.4, 0.9]) {
      const killed = await startOn('new');
      let over = false;
      const taking = shell('new', 'import', 'town', file).then(() => (over = true));
      await untilThere('new', Math.floor(share * wanted.length), () => over);
      await killed.kill();
      await taking;
    }
    const server = await startOn('new');
    const taken = await shell('new', 'import', 'town', file, '--from-key', key, '--json');
    expect([taken.code, taken.err]).toEqual([0, '']);
    expect(JSON.parse(taken.out)).toMatchObject({ municipality: town, done: true, keyKnown: true });
    const all = await eventsOf(server);
    const isOurs = ({ stream }: Event) => !/^(person|source)-/.test(stream);
    expect(all.filter(isOurs)).toEqual(wanted);
    const told = all.filter(({ stream }) => stream.startsWith('source-'));
    expect(told.map(({ type }) => type)).toEqual([
      'SourceTransferBegun',
      'SourceTransferCompleted',
    ]);
    const again = await shell('new', 'import', 'town', file);
    expect([again.code, await eventsOf(server)]).toEqual([0, all]);
    const verified = await shell('new', 'verify');
    expect([verified.code, verified.err]).toEqual([0, expect.any(String)]);
    const moved = await shell('old', 'town', 'moved', '--town', town, '--to', server.url);
    expect([moved.code, moved.err]).toEqual([0, expect.stringContaining(server.url)]);
    const kept = await shell('old', 'export', 'town', '--town', town, '--to', at('later.tar'));
    expect([kept.code, (await shell('old', 'verify')).code]).toEqual([0, 0]);
    await server.stop();
    await old.stop();
  }, 240_000);
});
