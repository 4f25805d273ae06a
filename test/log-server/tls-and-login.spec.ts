import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventStore, openEventStore, openLogReader } from '@klimaspur/event-store';
import { anEvent, aStream } from '@klimaspur/event-store/testing';
import { EsdbDouble, type Guard } from '../esdb-double/esdb-double.js';
import { Authority } from '../tools/certificates.js';
import { describeWithTools } from '../tools/describe-with-tools.js';
import { startBuiltServer } from '../tools/running-server.js';

const real = process.env['KLIMASPUR_TEST_ESDB'];
const isReal = /tls=true/i.test(real ?? '');

describeWithTools(['openssl'], 'a server with TLS and users', () => {
  let folder: string;
  let guard: Guard;
  let double: EsdbDouble;
  let plain: EsdbDouble;
  let url: string;
  let stranger: Authority;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'klimaspur-tls-'));
    const authority = new Authority(folder, 'authority');
    stranger = new Authority(folder, 'stranger');
    const tls = authority.issue('IP:127.0.0.1');
    guard = { tls, username: 'klimaspur', password: 'pass word:1', rights: 'all' };
    [double, plain] = await Promise.all([EsdbDouble.start({ guard }), EsdbDouble.start()]);
    const login = `${guard.username}:${encodeURIComponent(guard.password)}`;
    const options = `?tls=true&tlsCaFile=${authority.file}`;
    url = isReal ? real! : double.url.replace('://', `://${login}@`).replace(/\?.*/, options);
  });
  afterAll(async () => {
    await Promise.all([double.stop(), plain.stop()]);
    rmSync(folder, { recursive: true });
  });

  const opened = (address: string): Promise<EventStore> =>
    openEventStore(address, { patienceMs: 2_000 });

  it('keeps a log for whoever is let in', async () => {
    const [store, reader] = [await opened(url), await openLogReader(url)];
    const heard = Promise.withResolvers<string>();
    store.onCommit(heard.resolve);
    const stream = aStream();
    const { position } = await store.append(stream, [anEvent({ n: 1 })], 'no_stream');
    expect(await heard.promise).toBe(position);
    expect(await reader.readStream(stream)).toEqual(await store.readStream(stream));
    await Promise.all([store.close(), reader.close()]);
  });

  type Change = readonly [what: string, code: string, change: (address: string) => string];
  const wrong: Change[] = [
    ['a wrong password', 'log/access-denied', (at) => at.replace(/:[^:@]+@/, ':wrong@')],
    ['nobody’s name', 'log/access-denied', (at) => at.replace(/\/\/[^:]+:/, '//nobody:')],
    ['no login', 'log/no-login', (at) => at.replace(/\/\/[^@]+@/, '//')],
    [
      'another authority',
      'log/untrusted',
      (at) => at.replace(/tlsCaFile=[^&]+/i, `tlsCaFile=${stranger.file}`),
    ],
    ['no authority', 'log/untrusted', (at) => at.replace(/&tlsCaFile=[^&]+/i, '')],
    ['no TLS', 'log/needs-tls', (at) => at.replace(/\?.*/, '?tls=false')],
    [
      'no TLS and no login',
      'log/needs-tls',
      (at) => at.replace(/\/\/[^@]+@/, '//').replace(/\?.*/, '?tls=false'),
    ],
    [
      'discovery without TLS',
      'log/needs-tls',
      (at) => at.replace('esdb:', 'esdb+discover:').replace(/\?.*/, '?tls=false'),
    ],
    [
      'TLS where there is none',
      'log/without-tls',
      (at) => at.replace(/@[^?]+/, `@127.0.0.1:${plain.node.line.port}`),
    ],
  ];
  it.each(wrong)('tells what is wrong by a code of its own: %s', async (_what, code, change) => {
    const opening = opened(change(url));
    await expect(opening).rejects.toMatchObject({ code });
    await expect(opening).rejects.not.toThrow(/pass(%20| )word/);
  });

  if (!isReal) {
    it('tells when the certificate is of another name', async () => {
      const opening = opened(url.replace('@127.0.0.1', '@localhost'));
      await expect(opening).rejects.toMatchObject({ code: 'log/untrusted' });
    });

    it('tells who is known and may not read the log', async () => {
      guard.rights = 'none';
      await expect(opened(url)).rejects.toMatchObject({ code: 'log/no-rights' });
      guard.rights = 'all';
    });
  }

  it('ends a start in words', async () => {
    const address = url.replace(/:[^:@]+@/, ':wrong@');
    const starting = startBuiltServer({ KLIMASPUR_LOG: address, LANG: 'de_DE.UTF-8' });
    const words = 'nimmt Namen oder Passwort nicht an. [log/access-denied]';
    await expect(starting).rejects.toThrow(words);
  });
});
