import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newCommandId } from '@klimaspur/event-store';
import { TestApp } from '../api/app.js';
import { ask } from '../tools/ask.js';
import { type RunningServer, startBuiltServer } from '../tools/running-server.js';
import { OwnDisk, onDiskOf, whyNoDisk } from './own-disk.js';

let folder: string;
let server: RunningServer | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-full-'));
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
  rmSync(folder, { recursive: true });
});

const start = async (through: readonly string[] = []): Promise<RunningServer> => {
  server = await startBuiltServer({ KLIMASPUR_DATA: folder }, through);
  return server;
};

const post = (path: string, body: object, key = newCommandId()) =>
  ask(server!, { path: `/api/v1/${path}`, body, headers: { 'idempotency-key': key } });

const readiness = async (): Promise<[number, string[]]> => {
  const { status, json } = await ask(server!, { path: '/health/ready' });
  const checks = json['checks'] as { name: string; ok: boolean }[];
  return [status, checks.filter(({ ok }) => !ok).map(({ name }) => name)];
};

const found = async (): Promise<string> => {
  const { status, json } = await post('municipalities', { text: { name: 'Musterau' } });
  expect(status).toBe(201);
  return String(json['id']);
};

const titles = async (): Promise<string[]> => {
  const { json } = await ask(server!, { path: '/api/v1/measures?limit=100' });
  return (json['items'] as { title: string }[]).map(({ title }) => title).sort();
};

/** Waits for what comes by itself; Jest knows how long at most. */
const until = async (is: () => Promise<boolean>): Promise<void> => {
  while (!(await is())) await new Promise((resolve) => setTimeout(resolve, 50));
};

describe('a full disk', () => {
  const reason = whyNoDisk(tmpdir());
  const it_ = reason === undefined ? it : it.skip;
  if (reason !== undefined)
    process.stderr.write(`Skipped, since no disk of its own can be made here: ${reason}\n`);

  it_(
    'refuses entries, uploads and invitations by name, serves pages, and goes on once there is room',
    async () => {
      await start(onDiskOf('100m', folder));
      const disk = new OwnDisk(server!, folder);
      const municipality = await found();
      const key = newCommandId();
      const record = () => post('measures', { municipality, text: { title: 'Radweg' } }, key);

      disk.fill();
      for (let n = 0; n < 3; n += 1) {
        const { status, json, headers } = await record();
        expect([status, json['code'], headers.get('retry-after')]).toEqual([
          503,
          'storage/no-space',
          '2',
        ]);
      }
      const form = new FormData();
      form.set('file', new Blob([Buffer.from(`%PDF-1.4\n${'x'.repeat(99_999)}\n%%EOF`)]), 'a.pdf');
      const sent = new Request(server!.url, { method: 'POST', body: form });
      const upload = await ask(server!, {
        path: `/api/v1/municipalities/${municipality}/files`,
        body: new Uint8Array(await sent.arrayBuffer()),
        headers: { 'content-type': sent.headers.get('content-type')! },
      });
      expect([upload.status, upload.json['code']]).toEqual([503, 'storage/no-space']);
      expect((await ask(server!, { path: '/de/kommunen' })).status).toBe(200);
      expect(await titles()).toEqual([]);
      expect(await readiness()).toEqual([503, ['disk']]);

      disk.free();
      expect((await record()).status).toBe(201);
      expect((await record()).json['repeated']).toBe(true);
      await until(async () => (await titles()).length > 0);
      expect(await titles()).toEqual(['Radweg']);
      expect(await readiness()).toEqual([200, []]);
    },
  );

  it_(
    'refuses to build views anew for which there is no room, leaves nothing of them, and does it later',
    async () => {
      await start(onDiskOf('100m', folder));
      const disk = new OwnDisk(server!, folder);
      const municipality = await found();
      await post('measures', { municipality, text: { title: 'Radweg' } });
      await until(async () => (await titles()).length > 0);
      const rebuild = async () => {
        const { status, json } = await ask(server!, {
          path: '/api/v1/projections/views/rebuild',
          body: {},
        });
        return [status, json['detail']];
      };

      disk.fill();
      expect(await rebuild()).toEqual([503, expect.stringMatching(/need \d+ MB .* 0 MB are free/)]);
      expect(disk.files().filter((name) => name.startsWith('views.db.'))).toEqual([]);
      expect(await titles()).toEqual(['Radweg']);

      disk.free();
      expect((await rebuild())[0]).toBe(200);
      expect(await titles()).toEqual(['Radweg']);
      expect(disk.files().filter((name) => name.startsWith('views.db.'))).toEqual([]);
    },
  );

  it_('that may only be read is refused by name at the start', async () => {
    const klimaspur = await TestApp.start();
    await klimaspur.app.close();
    const kept = join(folder, '..', `${Date.now()}-kept`);
    cpSync(klimaspur.folder, kept, { recursive: true });
    rmSync(klimaspur.folder, { recursive: true });
    const fill = `cp -a "${kept}/." "${folder}" && mount -o remount,ro "${folder}"`;
    const said = await start(onDiskOf('20m', folder, fill)).catch((error: Error) => error.message);
    rmSync(kept, { recursive: true });
    expect(said).toContain('[start/no-access]');
    expect(said).not.toMatch(/ at .*:\d+:\d+/);
  });
});

describe('files that may not grow', () => {
  // In blocks of 512 bytes.
  const limited = ['sh', '-c', 'ulimit -f 2000; exec "$0" "$@"'];

  it('lose nothing that was acknowledged, and write nothing twice', async () => {
    await start(limited);
    const municipality = await found();
    const record = (title: string, key: string) =>
      post('measures', { municipality, text: { title } }, key);
    const keys = new Map<string, string>();
    const acknowledged: string[] = [];
    let refused = 0;
    for (let n = 0; refused < 5; n += 1) {
      const title = `Radweg ${n}`;
      keys.set(title, newCommandId());
      const { status, json } = await record(title, keys.get(title)!);
      if (status === 201) acknowledged.push(title);
      else expect([status, json['code']]).toEqual([503, 'log/outcome-unknown']);
      if (status !== 201) refused += 1;
    }
    await server!.kill();

    await start();
    await until(async () => (await readiness())[0] === 200);
    expect(await titles()).toEqual(expect.arrayContaining(acknowledged));
    for (const [title, key] of keys) expect((await record(title, key)).status).toBe(201);
    await until(async () => (await titles()).length >= keys.size);
    expect(await titles()).toEqual([...keys.keys()].sort());
  });
});
