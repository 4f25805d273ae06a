import { spawnSync } from 'node:child_process';

/** Describes what holds with programs of the system, or says which of them are not here. */
export const describeWithTools = (tools: readonly string[], name: string, tests: () => void) => {
  const missing = tools.filter((tool) => spawnSync(tool, ['--version']).error !== undefined);
  if (missing.length === 0) describe(name, () => tests());
  else describe.skip(`${name} (skipped: no ${missing.join(', ')})`, () => it.todo(name));
};
