import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isToken, type Settings } from './settings.js';

const TOKEN_BYTES = 32;

/** The first operator's bearer token: the one that was set, else one made once and kept for the owner's eyes. */
export function operatorToken({ token, dataFolder }: Settings): string {
  if (token !== undefined) return token;
  const file = join(dataFolder, 'token');
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const made = randomBytes(TOKEN_BYTES).toString('base64url');
  try {
    writeFileSync(file, `${made}\n`, { mode: 0o600, flag: 'wx' });
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const kept = readFileSync(file, 'utf8').trim();
  if (isToken(kept)) return kept;
  // Left by a start that was cut off while it wrote.
  writeFileSync(`${file}.new`, `${made}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
}
