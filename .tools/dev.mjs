// `npm run dev`: serves, and builds and starts anew when a source changes.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { fromRoot } from './paths.mjs';
import { say, SetupError } from './say.mjs';
import { setUp } from './setup.mjs';

const QUIET_MS = 300;
let server = start();
let pending;
/** One restart at a time: a change during one waits for it. */
let turn = Promise.resolve();

function start() {
  const child = spawn(process.execPath, [fromRoot('.tools', 'start.mjs')], { stdio: 'inherit' });
  child.ended = new Promise((resolve) => child.once('exit', resolve));
  return child;
}

/** Builds beside the running server, which goes on if the new sources do not compile. */
async function restart() {
  try {
    await setUp();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(`${error.message}\nWaiting for the next change.`);
    return;
  }
  server.kill('SIGTERM');
  await server.ended;
  server = start();
}

for (const folder of ['apps', 'libs']) {
  watch(fromRoot(folder), { recursive: true }, () => {
    clearTimeout(pending);
    pending = setTimeout(() => (turn = turn.then(restart)), QUIET_MS);
  });
}
