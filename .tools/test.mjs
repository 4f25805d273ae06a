// `npm test`: every runner, and at the very end one line that counts them all.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromRoot, nodeProgram } from './paths.mjs';

const folder = mkdtempSync(join(tmpdir(), 'klimaspur-test-'));
const report = join(folder, 'jest.json');
const code = await runJest(process.argv.slice(2));
const { passed, failed } = count(code);
rmSync(folder, { recursive: true });
process.exitCode = failed === 0 ? 0 : 1;
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);

/** Jest in the mode for ES modules; words after `npm test --` go to it. */
function runJest(words) {
  const workers = Math.max(2, availableParallelism() - 1);
  const child = spawn(
    nodeProgram(),
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      fromRoot('node_modules', 'jest', 'bin', 'jest.js'),
      `--maxWorkers=${workers}`,
      '--json',
      `--outputFile=${report}`,
      ...words,
    ],
    { cwd: fromRoot(), stdio: ['ignore', 'ignore', 'inherit'] },
  );
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      if (signal) process.stderr.write(`The test runner was ended by ${signal}.\n`);
      resolve(code);
    });
  });
}

/** A suite that could not run counts as one failed test; so does a runner that fell over. */
function count(code) {
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    return { passed: result.numPassedTests, failed: code === 0 ? failed : Math.max(1, failed) };
  } catch {
    process.stderr.write('The test runner left no report.\n');
    return { passed: 0, failed: 1 };
  }
}
