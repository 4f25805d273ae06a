// Before the first suite: a folder that all suites of this run share, for what is started once for all of them.
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default function begin() {
  const folder = mkdtempSync(join(tmpdir(), 'klimaspur-run-'));
  // What is started in it may have to run as another user.
  chmodSync(folder, 0o755);
  process.env.KLIMASPUR_TEST_RUN = folder;
  process.env.KLIMASPUR_TEST_RUNNER = String(process.pid);
}
