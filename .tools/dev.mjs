// `npm run dev`: serves, and builds and starts anew when a source changes.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { setUp } from './setup.mjs';
import { fromRoot } from './paths.mjs';

const QUIET_MS = 300;
let server;
let pending;

function start() {
  server = spawn(process.execPath, [fromRoot('.tools', 'start.mjs')], { stdio: 'inherit' });
}

async function restart() {
  const stopped = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await stopped;
  try {
    await setUp();
  } catch (error) {
    process.stderr.write(`${error.message}\nWaiting for the next change.\n`);
  }
  start();
}

start();
for (const folder of ['apps', 'libs']) {
  watch(fromRoot(folder), { recursive: true }, () => {
    clearTimeout(pending);
    pending = setTimeout(() => void restart(), QUIET_MS);
  });
}
