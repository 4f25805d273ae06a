import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const launcher = fileURLToPath(new URL('../../.tools/klimaspur.mjs', import.meta.url));

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const environment = (more: Record<string, string> = {}) => ({
  PATH: process.env['PATH'],
  PORT: '0',
  KLIMASPUR_DATA: folder,
  KLIMASPUR_LINK_CHECK: 'off',
  ...more,
});

const klimaspur = (words: string[], more?: Record<string, string>) =>
  spawnSync(process.execPath, [launcher, ...words], { env: environment(more), encoding: 'utf8' });

async function serve(more?: Record<string, string>) {
  const child = spawn(process.execPath, [launcher, 'serve'], { env: environment(more) });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let said = '';
  for await (const words of child.stdout) {
    said += words;
    if (said.includes('Stop with')) break;
  }
  return { child, ended, url: /Klimaspur +(\S+)/.exec(said)?.[1] ?? '', said };
}

describe('a server', () => {
  it('says where it serves, answers there, and ends cleanly on SIGTERM', async () => {
    const { child, ended, url, said } = await serve();
    const note = join(folder, 'server.json');

    expect(said).toContain(folder);
    expect(JSON.parse(readFileSync(note, 'utf8'))).toEqual({ url, pid: child.pid });
    const start = await fetch(url, { redirect: 'manual' });
    expect([start.status, start.headers.get('location')]).toEqual([302, '/de']);
    expect((await fetch(`${url}/de`)).status).toBe(200);
    expect(await (await fetch(`${url}/health/live`)).json()).toEqual({ status: 'ok' });
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);

    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(existsSync(note)).toBe(false);
  });

  it('ends on SIGTERM although somebody listens for changes', async () => {
    const { child, ended, url } = await serve();
    const listening = await fetch(`${url}/api/v1/changes`);
    expect(listening.status).toBe(200);
    const cut = listening.text().catch(() => 'cut');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    await cut;
  });

  it.each([
    [{}, false],
    [{ KLIMASPUR_BASE_URL: 'https://klima.example.org' }, false],
    [{ KLIMASPUR_BASE_URL: 'http://klima.example.org' }, true],
  ])('warns of an address that does not fit: %j', async (settings, warns) => {
    const { child, ended } = await serve(settings as Record<string, string>);
    const complained = text(child.stderr);
    child.kill('SIGTERM');
    await ended;
    const warning = /^Warning: KLIMASPUR_BASE_URL/;
    const expected = warns ? expect.stringMatching(warning) : expect.not.stringMatching(warning);
    expect(await complained).toEqual(expected);
  });

  it('says in words that its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    const { status, stderr } = klimaspur(['serve'], { PORT: String(port) });
    other.close();
    expect(status).toBe(1);
    expect(stderr).toMatch(`Port ${port} is in use by another program.`);
    expect(stderr).not.toMatch(/ at .*:\d+:\d+/);
  });

  it('says in words, and nothing else, that its folder is in use', async () => {
    const { child, ended } = await serve();
    const { status, stderr } = klimaspur(['serve']);
    child.kill('SIGTERM');
    await ended;
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([
      `The data folder ${folder} is in use by another process. Stop that process first, or choose another folder.`,
    ]);
  });

  it('says in words that its vault is gone, and ends', async () => {
    const { child, ended, url } = await serve();
    const founded = await fetch(`${url}/api/v1/municipalities`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${readFileSync(join(folder, 'token'), 'utf8').trim()}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ text: { name: 'Neustadt' } }),
    });
    expect(founded.status).toBe(201);
    child.kill('SIGTERM');
    await ended;
    rmSync(join(folder, 'vault.db'));
    const { status, stderr } = klimaspur(['serve']);
    expect([status, stderr]).toEqual([1, expect.stringContaining('[start/vault-gone]')]);
    expect(existsSync(join(folder, 'vault.db'))).toBe(false);
  });

  it('says in words which settings are wrong, and does not start', () => {
    const { status, stderr } = klimaspur(['serve'], { PORT: 'x', KLIMASPUR_EXAMPLE: 'perhaps' });
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([
      'PORT must be a number from 0 to 65535, but is "x".',
      'KLIMASPUR_EXAMPLE must be yes or no, but is "perhaps".',
    ]);
  });
});

describe('the command line', () => {
  it('tells on request what it can do', () => {
    const { status, stdout } = klimaspur(['--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('serve');
  });

  it.each([
    [[], 'Usage: npx klimaspur'],
    [['nonsense'], 'Usage: npx klimaspur'],
    [['serve', '--nonsense'], 'klimaspur serve --help'],
    [['serve', 'too', 'much'], 'klimaspur serve --help'],
  ])('ends with 2 on wrong use, and says where to read on: %j', (words, hint) => {
    const { status, stdout, stderr } = klimaspur(words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(hint);
  });
});
