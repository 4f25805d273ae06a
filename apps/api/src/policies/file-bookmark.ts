import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { isPosition, type Position } from '@klimaspur/event-store';
import type { Bookmark } from './policy-runner.js';

/** A place in one log, kept in a small file that may be deleted; a place in another log is no place. */
export const fileBookmark = (path: string, logId: string): Bookmark => {
  let position = readPlace(path, logId);
  return {
    read: () => position,
    write: (next) => {
      position = next;
      writeFileSync(`${path}.new`, JSON.stringify({ logId, position }));
      renameSync(`${path}.new`, path);
    },
  };
};

const readPlace = (path: string, logId: string): Position | null => {
  try {
    const kept = JSON.parse(readFileSync(path, 'utf8')) as { logId?: string; position?: string };
    return kept.logId === logId && isPosition(kept.position ?? '')
      ? (kept.position as Position)
      : null;
  } catch {
    return null;
  }
};
