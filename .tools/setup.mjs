// Makes everything ready that is not: runs before `npm start` and `npm test`, with whatever Node there is.
import { fileURLToPath } from 'node:url';
import { ensureTestPrograms } from './browser.mjs';
import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { say, SetupError } from './say.mjs';

/** Dependencies, then what tests need of the system, then the build. Quick when nothing is missing. */
export async function setUp({ forTests = false } = {}) {
  await ensureDependencies();
  if (forTests) await ensureTestPrograms();
  await ensureBuild();
}

/** The same for a program that cannot go on without: says why not, and ends. */
export async function setUpOrEnd(options) {
  try {
    await setUp(options);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(`\n${error.message}`);
    process.exit(1);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await setUpOrEnd({ forTests: process.argv.includes('--for-tests') });
}
