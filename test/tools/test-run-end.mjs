// After the last suite: what was started for all of them ends.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export default async function end() {
  const folder = process.env.KLIMASPUR_TEST_RUN;
  const minder = join(folder, 'postgres', 'minder.pid');
  if (existsSync(minder)) await stop(Number(readFileSync(minder, 'utf8')));
  rmSync(folder, { recursive: true, force: true });
}

async function stop(pid) {
  try {
    process.kill(pid);
    for (;;) {
      process.kill(pid, 0);
      await delay(20);
    }
  } catch {
    // It is gone.
  }
}
