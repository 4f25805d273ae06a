import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../.hosting/klimaspur-release', import.meta.url));

let folder: string;
let commits: string[];

const at = (...names: string[]) => join(folder, ...names);
const git = (cwd: string, ...words: string[]) =>
  execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...words], {
    cwd,
    encoding: 'utf8',
  }).trim();
const serving = () => readFileSync(at('serving'), 'utf8').trim();
const calls = () => readFileSync(at('calls'), 'utf8').trim().split('\n');
const program = (name: string, text: string) => {
  writeFileSync(at('bin', name), `#!/bin/sh\n${text}\n`);
  chmodSync(at('bin', name), 0o755);
};

/** A version whose build notes its name, as the real one fills dist. */
function commit(name: string): string {
  const work = at('work');
  const build = `node -e "fs.writeFileSync('built', '${name}')"`;
  writeFileSync(join(work, 'package.json'), JSON.stringify({ scripts: { build } }));
  git(work, 'add', '.');
  git(work, 'commit', '-qm', name);
  git(work, 'push', '-q', 'origin', 'HEAD:main');
  return git(work, 'rev-parse', 'HEAD');
}

const release = (...words: string[]) => {
  const { status, stderr } = spawnSync('bash', [script, ...words], {
    encoding: 'utf8',
    env: {
      PATH: `${at('bin')}:${process.env['PATH']}`,
      KLIMASPUR_HOME: at('home'),
      KLIMASPUR_PATIENCE: '1',
    },
  });
  return { status, stderr };
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-'));
  for (const name of ['bin', 'home', 'work']) mkdirSync(at(name));
  git(folder, 'init', '-q', '--bare', '-b', 'main', 'origin.git');
  git(at('work'), 'init', '-q', '-b', 'main');
  git(at('work'), 'remote', 'add', 'origin', at('origin.git'));
  commits = [commit('one')];
  git(folder, 'clone', '-q', at('origin.git'), at('home', 'source'));
  // A restart makes the current version serve, unless it is the one that cannot.
  program(
    'systemctl',
    `echo "$@" >> ${at('calls')}; [ "$1" != restart ] || cp ${at('home', 'current', 'built')} ${at('serving')}`,
  );
  program('runuser', 'shift 3; exec "$@"');
  program(
    'node',
    `[ "$1" = -e ] && [ -n "$3" ] && { ! grep -q broken ${at('serving')}; exit; }; exec ${process.execPath} "$@"`,
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('klimaspur-release', () => {
  it('puts a first version into service', () => {
    expect(release('update')).toMatchObject({ status: 0 });
    expect([serving(), calls()]).toEqual(['one', ['restart klimaspur']]);
    expect(readlinkSync(at('home', 'current'))).toBe(`releases/${commits[0]}`);
  });

  it('updates behind a backup, goes back, and forward again', () => {
    release('update');
    commit('two');
    expect(release('update')).toMatchObject({ status: 0 });
    expect(serving()).toBe('two');
    expect(calls()).toEqual(['restart klimaspur', 'start klimaspur-backup', 'restart klimaspur']);
    expect(release('back')).toMatchObject({ status: 0 });
    expect(serving()).toBe('one');
    expect(release('back')).toMatchObject({ status: 0 });
    expect(serving()).toBe('two');
  });

  it('goes to the version that is named', () => {
    commit('two');
    release('update');
    expect(release('update', commits[0]!)).toMatchObject({ status: 0 });
    expect(serving()).toBe('one');
  });

  it('goes back by itself from a version that does not get ready', () => {
    release('update');
    commit('broken');
    const { status, stderr } = release('update');
    expect([status, serving()]).toEqual([1, 'one']);
    expect(stderr).toContain('the version before serves again');
    expect(existsSync(at('home', 'previous'))).toBe(false);
  });

  it('leaves everything as it is when there is no backup', () => {
    release('update');
    commit('two');
    program('systemctl', 'exit 1');
    expect(release('update').status).not.toBe(0);
    expect(readlinkSync(at('home', 'current'))).toBe(`releases/${commits[0]}`);
  });

  it('keeps the two versions it points at, and builds none twice', () => {
    release('update');
    commit('two');
    release('update');
    commit('three');
    release('update');
    expect(existsSync(at('home', 'releases', commits[0]!))).toBe(false);
    expect(release('update').stderr).toContain('serves already');
  });

  it.each([
    [['update', 'nonsense'], 1],
    [['back'], 1],
    [[], 2],
    [['dance'], 2],
  ])('refuses %j', (words, status) => {
    expect(release(...(words as string[])).status).toBe(status);
  });
});
