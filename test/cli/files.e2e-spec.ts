import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningServer, startBuiltServer, token } from '../tools/running-server.js';
import { klimaspurIn } from '../tools/shell.js';

let server: RunningServer;
let folder: string;
beforeAll(async () => {
  server = await startBuiltServer();
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-'));
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const surroundings = (data: string) => ({ data, environment: { KLIMASPUR_TOKEN: token } });
const klimaspur = (...words: string[]) => klimaspurIn(surroundings(server.folder), ...words);
const authorization = `Bearer ${token}`;

const ask = async (path: string, body: unknown) => {
  const isForm = body instanceof FormData;
  const headers = { authorization, ...(isForm ? {} : { 'content-type': 'application/json' }) };
  const sent = isForm ? body : JSON.stringify(body);
  const answer = await fetch(server.url + path, { method: 'POST', headers, body: sent });
  return (await answer.json()) as Record<string, string>;
};
const pathOf = (data: string, sha256: string) => join(data, 'files', sha256.slice(0, 2), sha256);

describe('files and the shell', () => {
  it('erases one with a reason, and a backup made before still holds it', async () => {
    const { id: town } = await ask('/api/v1/municipalities', { text: { name: 'Teststadt' } });
    const form = new FormData();
    form.append('file', new Blob(['%PDF-1.7\n%%EOF\n']), 'vorlage.pdf');
    let sha256 = '';
    while (sha256 === '') {
      ({ sha256 = '' } = await ask(`/api/v1/municipalities/${town}/files`, form));
    }
    expect(existsSync(pathOf(server.folder, sha256))).toBe(true);

    const backup = join(folder, 'backup.tar');
    expect((await klimaspur('backup', backup)).code).toBe(0);

    const reasonless = await klimaspur('files', 'erase', sha256);
    expect([reasonless.code, reasonless.err.includes('--reason')]).toEqual([2, true]);
    const unknown = await klimaspur('files', 'erase', 'a'.repeat(64), '--reason', 'x');
    expect(unknown.code).toBe(1);
    const erased = await klimaspur('files', 'erase', sha256, '--reason', 'Falsche Datei', '--json');
    expect(erased.code).toBe(0);
    expect(JSON.parse(erased.out)).toMatchObject({ sha256, reason: 'Falsche Datei' });
    expect(existsSync(pathOf(server.folder, sha256))).toBe(false);
    const again = await klimaspur('files', 'erase', sha256, '--reason', 'x');
    expect([again.code, again.err.includes('Falsche Datei')]).toEqual([1, true]);

    const restored = join(folder, 'restored');
    const { code } = await klimaspurIn(
      surroundings(restored),
      'restore',
      backup,
      '--data',
      restored,
    );
    expect(code).toBe(0);
    expect(existsSync(pathOf(restored, sha256))).toBe(true);
  });
});
