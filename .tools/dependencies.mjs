import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, dirname, relative } from 'node:path';
import { broughtNode, fromRoot, isNodeNewEnough, NODE_NEEDED, nodeProgram } from './paths.mjs';
import { run } from './run.mjs';
import { SetupError, tell } from './say.mjs';

/** Installs what the lock file names, when something of it is missing or of another version. */
export async function ensureDependencies() {
  if (!isInstalled())
    await tell('Installing dependencies (the first time about a minute)', install);
  if (nodeProgram() === undefined) {
    throw new SetupError(
      `Klimaspur needs Node ${NODE_NEEDED}, and npm has none for ${process.platform} ${process.arch}.\n` +
        `Please install Node ${NODE_NEEDED} or newer and try again.`,
    );
  }
  linkNode();
}

/** npm 10 links the binary and takes the link away again with those of the other platforms. */
function linkNode() {
  const node = broughtNode();
  const link = fromRoot('node_modules', '.bin', 'node');
  if (node === undefined || process.platform === 'win32' || existsSync(link)) return;
  symlinkSync(relative(fromRoot('node_modules', '.bin'), node), link);
}

/** Compares npm's own note of what lies in node_modules with the lock file: no marker that could lie. */
function isInstalled() {
  const note = fromRoot('node_modules', '.package-lock.json');
  if (!existsSync(note)) return false;
  const installed = JSON.parse(readFileSync(note, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(fromRoot('package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    const found = installed[path];
    return found ? found.version === version : optional === true;
  });
}

const INSTALL = [
  'install',
  '--no-save',
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
];

/**
 * Not `npm ci`: it refuses a lock file that lacks an optional package of some other platform.
 * Install scripts stay off: nothing here needs one, and each is somebody's program on this machine.
 */
async function install() {
  await npmWith(process.execPath);
  // npm leaves out optional packages that want a newer Node than the one it runs with: once more with the one it brought.
  if (!isNodeNewEnough() && broughtNode()) await npmWith(broughtNode());
}

async function npmWith(node) {
  const npm = process.env.npm_execpath;
  const PATH = [dirname(node), process.env.PATH].join(delimiter);
  const options = { cwd: fromRoot(), env: { ...process.env, PATH, NODE_ENV: '' } };
  if (npm?.endsWith('.js')) await run(node, [npm, ...INSTALL], options);
  else await run('npm', INSTALL, { ...options, shell: process.platform === 'win32' });
}
