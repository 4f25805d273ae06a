import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBackup } from '@klimaspur/backup';
import { BackupController } from '../../apps/api/src/upkeep/backup.controller.js';
import { TestApp, token } from './app.js';
import { aTown } from './requests.js';

const path = '/api/v1/backups';
const operator = { person: 'x', label: 'Betrieb', roles: [], via: 'token' } as const;

let app: TestApp;
let folder: string;
beforeAll(async () => {
  app = await TestApp.start();
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-'));
});
afterAll(async () => {
  await app.stop();
  rmSync(folder, { recursive: true });
});

const backUp = () =>
  fetch(app.url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'accept-encoding': 'identity' },
  });

/** By a link, as people come. */
async function cookieOfAnOperator(): Promise<string> {
  const { json } = await app.post('login-links', { role: 'OPERATOR' });
  const code = new URL(json['url'] as string).searchParams.get('code');
  const signedIn = await app.ask({
    method: 'POST',
    path: '/api/v1/sessions',
    body: { code, label: 'AG' },
    token: null,
  });
  return signedIn.headers.get('set-cookie')!.split(';', 1)[0]!;
}

describe('a backup over HTTP', () => {
  it('is one tar file that no cache keeps', async () => {
    await aTown(app);
    const answer = await backUp();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/x-tar']);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const file = join(folder, 'backup.tar');
    writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
    expect(await readBackup(file)).toMatchObject({
      logId: app.store.logId,
      position: await app.lastPosition(),
      towns: 1,
    });
  });

  it('is for the token alone, because it holds keys and names', async () => {
    const stranger = await app.ask({ method: 'POST', path, token: null });
    expect([stranger.status, stranger.json['code']]).toEqual([401, 'auth/sign-in-needed']);
    const headers = { cookie: await cookieOfAnOperator(), origin: app.url };
    const { status, json } = await app.ask({ method: 'POST', path, token: null, headers });
    expect([status, json['code']]).toEqual([403, 'auth/not-allowed']);
  });

  it('is one at a time', async () => {
    const controller = app.app.get(BackupController);
    const first = controller.make(operator);
    await expect(controller.make(operator)).rejects.toMatchObject({ code: 'backup/running' });
    (await first).getStream().destroy();
  });

  it('stands in nobody’s way when its reader has left', async () => {
    const left = await backUp();
    await left.body!.cancel();
    let answer = await backUp();
    while (answer.status === 409) answer = await backUp();
    expect(answer.status).toBe(200);
    await answer.arrayBuffer();
  });
});

describe('a server', () => {
  it('removes what a killed one had copied for a backup', async () => {
    const data = join(folder, 'data');
    mkdirSync(join(data, 'backup.tmp'), { recursive: true });
    const restarted = await TestApp.start({ KLIMASPUR_DATA: data });
    expect(existsSync(join(data, 'backup.tmp'))).toBe(false);
    await restarted.stop();
  });
});
