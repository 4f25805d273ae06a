import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);

/** The words after `node` that run a TypeScript file of this repository (path from its root) against the built libs. */
export const builtProgram = (file: string, ...words: string[]): string[] => [
  '--disable-warning=ExperimentalWarning',
  '--import',
  new URL('test/tools/run-built.mjs', root).href,
  fileURLToPath(new URL(file, root)),
  ...words,
];
