import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from './settings.js';

const TOKEN_BYTES = 32;

/** The first operator's bearer token: the one that was set, else one made once and kept for the owner's eyes. */
export function operatorToken({ token, dataFolder }: Settings): string {
  if (token !== undefined) return token;
  const file = join(dataFolder, 'token');
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  try {
    const made = randomBytes(TOKEN_BYTES).toString('base64url');
    writeFileSync(file, `${made}\n`, { mode: 0o600, flag: 'wx' });
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return readFileSync(file, 'utf8').trim();
  }
}
