// `npm run docs`: writes the generated halves of the docs anew.
import { spawnSync } from 'node:child_process';
import { fromRoot, nodeProgram } from './paths.mjs';

const { status } = spawnSync(
  nodeProgram(),
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    fromRoot('node_modules', 'jest', 'bin', 'jest.js'),
    'test/contracts/events-document',
    'test/contracts/mapping-document',
    'test/contracts/openapi',
  ],
  { cwd: fromRoot(), stdio: 'inherit', env: { ...process.env, UPDATE_DOCS: '1' } },
);
process.exitCode = status ?? 1;
