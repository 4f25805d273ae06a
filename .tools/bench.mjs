// `npm run bench [-- --json] [--quick] [--only WORD]`: our figures beside those of their peers, in one run.
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { fromRoot, nodeProgram } from './paths.mjs';

const { status } = spawnSync(
  nodeProgram(),
  [
    '--disable-warning=ExperimentalWarning',
    '--import',
    pathToFileURL(fromRoot('test', 'tools', 'run-built.mjs')).href,
    fromRoot('test', 'bench', 'main.ts'),
    ...process.argv.slice(2),
  ],
  { cwd: fromRoot(), stdio: 'inherit' },
);
process.exitCode = status ?? 1;
