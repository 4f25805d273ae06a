import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type NewEvent, openEventStore, openLogReader } from '@klimaspur/event-store';
import { anEvent, aStream } from '@klimaspur/event-store/testing';
import { EsdbDouble } from '../esdb-double/esdb-double.js';
import { klimaspurIn } from '../tools/shell.js';

const salt = '000102030405060708090a0b0c0d0e0f';
const typed = (note: string): NewEvent => ({
  ...anEvent({ outcome: 'NOTED', text: { note } }),
  metadata: { salt },
});
const SECRET = 'ein Name, der gehen muss';

let server: EsdbDouble;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-copy-'));
  server = await EsdbDouble.start();
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const copy = (from: string, to: string, ...words: string[]) =>
  klimaspurIn({ data: folder }, 'log', 'copy', '--from', from, '--to', to, ...words);
const place = (name: string): string => `sqlite:${join(folder, name)}`;
const eventsAt = async (address: string) => {
  const log = await openLogReader(address);
  const events = await log.readAll(null, 10_000);
  await log.close();
  return events.map(({ position: _position, ...event }) => event);
};

describe('a log that moves house', () => {
  it('goes to a server and back, and is the same in each place', async () => {
    const store = await openEventStore(place('old'));
    const stream = aStream();
    await store.append(stream, [anEvent({ b: 1, a: 2 }), typed('was bleibt')], 'no_stream');
    await store.append(aStream('plan'), [anEvent()], 'no_stream');
    await store.append(stream, [typed(SECRET)], 1);
    await store.close();
    const before = await eventsAt(place('old'));

    const there = await copy(place('old'), server.url);
    expect([there.code, there.err]).toEqual([
      0,
      expect.stringContaining('4 entries in 2 histories'),
    ]);
    expect(await eventsAt(server.url)).toEqual(before);

    const again = JSON.parse((await copy(place('old'), server.url, '--json')).out) as object;
    expect(again).toMatchObject({ events: 4, written: 0, grown: false });

    const onServer = await openEventStore(server.url);
    await onServer.takeTextsOut([before[3]!.id]);
    await onServer.close();
    const back = JSON.parse((await copy(server.url, place('new'), '--json')).out) as object;
    expect(back).toEqual({ ...again, written: 4 });
    expect(await eventsAt(place('new'))).toEqual(await eventsAt(server.url));
    const files = readdirSync(join(folder, 'new')).map((name) =>
      readFileSync(join(folder, 'new', name)),
    );
    expect(files.some((bytes) => bytes.includes('was bleibt'))).toBe(true);
    expect(files.some((bytes) => bytes.includes(SECRET))).toBe(false);
  });

  it('is refused in words where that cannot be', async () => {
    const other = await openEventStore(place('other'));
    await other.append(aStream(), [anEvent()], 'no_stream');
    const held = await copy(server.url, place('other'));
    expect([held.code, held.err]).toEqual([1, expect.stringContaining('in use')]);
    await other.close();
    const refusals: [string, string, number, RegExp][] = [
      [server.url, place('other'), 1, /holds something else/],
      [server.url, server.url, 2, /two different addresses/],
      [server.url, 'postgres://x', 2, /no address of a log/],
      ['esdb://me:secret@127.0.0.1:port', place('other'), 2, /port number/],
      ['esbd://me:secret@127.0.0.1', place('other'), 2, /no address of a log/],
      [place('missing'), server.url, 1, /no log at sqlite:.*missing/],
      [place('damaged'), server.url, 1, /damaged cannot be opened/],
      [place('other'), `sqlite:${folder}/./other`, 1, /one and the same log/],
    ];
    mkdirSync(join(folder, 'damaged'));
    writeFileSync(join(folder, 'damaged', 'log.db'), 'no database'.repeat(500));
    for (const [from, to, code, words] of refusals) {
      const ran = await copy(from, to);
      expect([ran.code, ran.err]).toEqual([code, expect.stringMatching(words)]);
      expect(ran.err).not.toMatch(/secret| at .*:\d+:\d+/);
    }
  });

  it('is given up in words where a server takes the connection and says nothing', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const ran = await copy(`esdb://me:secret@127.0.0.1:${port}?tls=true`, place('never'));
    expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('No EventStoreDB answers')]);
    silent.close();
  });
});
