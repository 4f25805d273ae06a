import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fromRoot, nodeProgram } from './paths.mjs';
import { run } from './run.mjs';
import { tell } from './say.mjs';

const SOURCES = ['apps', 'libs', 'nest-cli.json', 'tsconfig.json', 'package-lock.json'];
/** With less memory the two halves are built one after the other. */
const ROOMY = 2 ** 31;
/** Node alone would stop the compiler at half of a small machine's memory; with this it may use swap space. */
const HEAP = '--max-old-space-size=1024';
const mark = fromRoot('dist', '.sources');

/** Builds when the sources differ from those that dist was built from. */
export async function ensureBuild() {
  const fingerprint = fingerprintOfSources();
  if (existsSync(mark) && readFileSync(mark, 'utf8') === fingerprint) return;
  await tell('Building', build);
  writeFileSync(mark, fingerprint);
}

async function build() {
  rmSync(mark, { force: true });
  removeLeftovers();
  if (totalmem() < ROOMY) {
    await buildServer();
    await buildBrowser();
  } else await Promise.all([buildServer(), buildBrowser()]);
}

/** One program and one tree for both apps: the project named here only tells Nest where to look. */
const buildServer = () => tool('@nestjs/cli/bin/nest.js', ['build', 'api'], fromRoot());

const buildBrowser = () =>
  tool('vite/bin/vite.js', ['build', '--logLevel=warn'], fromRoot('apps', 'web'));

const tool = (script, words, cwd) =>
  run(nodeProgram(), [HEAP, fromRoot('node_modules', script), ...words], { cwd });

/** The compiler never deletes: what has lost its source would go on being imported. */
function removeLeftovers() {
  for (const file of ['apps', 'libs'].flatMap((folder) => filesIn(join('dist', folder)))) {
    const source = file.slice('dist/'.length).replace(/\.js(\.map)?$/, '');
    const exists = ['', '.ts', '.tsx'].some((ending) => existsSync(fromRoot(source + ending)));
    if (!exists) rmSync(fromRoot(file));
  }
}

/** Of the content, not of times: a fresh checkout of the same sources is the same. */
function fingerprintOfSources() {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesIn).filter(isBuilt).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(fromRoot(file)))
      .update('\0');
  }
  return hash.digest('hex');
}

const isBuilt = (file) => !/\.spec\.tsx?$/.test(file);

/** The files of a folder and below, or the file itself, as paths from the root. */
function filesIn(path) {
  if (!existsSync(fromRoot(path))) return [];
  if (/\.[a-z]+$/.test(path)) return [path];
  return readdirSync(fromRoot(path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .map((file) => file.slice(fromRoot().length).replaceAll('\\', '/'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureBuild();
