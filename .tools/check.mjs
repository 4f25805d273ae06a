// `npm run check`: all that must hold before a change goes in. `--fix` first puts right what a tool can.
import { spawnSync } from 'node:child_process';
import { fromRoot, nodeProgram } from './paths.mjs';

const fix = process.argv.includes('--fix');
const checks = [
  ['format', 'prettier/bin/prettier.cjs', [fix ? '--write' : '--check', '--log-level=warn', '.']],
  ['lint', 'oxlint/bin/oxlint', fix ? ['--fix', '.'] : ['.']],
  ['types', 'typescript/bin/tsc', ['--noEmit']],
  ['types in the browser', 'typescript/bin/tsc', ['--noEmit', '-p', 'apps/web']],
  ['house rules', 'dependency-cruiser/bin/dependency-cruise.mjs', ['apps', 'libs']],
];

const broken = checks.filter(([name, script, words]) => {
  process.stdout.write(`\n${name}\n`);
  const words_ = [fromRoot('node_modules', script), ...words];
  return spawnSync(nodeProgram(), words_, { cwd: fromRoot(), stdio: 'inherit' }).status !== 0;
});
if (broken.length > 0) {
  process.stdout.write(`\nNot yet right: ${broken.map(([name]) => name).join(', ')}\n`);
  process.exit(1);
}
