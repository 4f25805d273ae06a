import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const fromRoot = (...parts) => join(root, ...parts);

export const NODE_NEEDED = 24;

const broughtNode = fromRoot(
  'node_modules',
  '.bin',
  process.platform === 'win32' ? 'node.cmd' : 'node',
);

/** The Node to run things with: the one npm brought, else this one if it is new enough. */
export function nodeProgram() {
  if (existsSync(broughtNode)) return broughtNode;
  return isNodeNewEnough() ? process.execPath : undefined;
}

export const isNodeNewEnough = () => Number(process.versions.node.split('.')[0]) >= NODE_NEEDED;
