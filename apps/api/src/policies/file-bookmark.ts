import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { isPosition, storageTrouble } from '@klimaspur/event-store';
import { atTheStart, type Bookmark, type Place } from './policy-runner.js';

/** A place in one log, kept in a small file that may be deleted; a place in another log is no place. */
export const fileBookmark = (path: string, logId: string): Bookmark => {
  let place = readPlace(path, logId);
  return {
    read: () => place,
    write: (next) => {
      place = next;
      try {
        writeFileSync(`${path}.new`, JSON.stringify({ logId, ...place }));
        renameSync(`${path}.new`, path);
      } catch (error) {
        // A full disk holds up no effect: the next start merely looks again at what was done.
        if (storageTrouble(error) === undefined) throw error;
      }
    },
  };
};

const readPlace = (path: string, logId: string): Place => {
  try {
    const {
      position,
      arriving = [],
      parked = [],
      ...kept
    } = JSON.parse(readFileSync(path, 'utf8')) as Place & {
      readonly logId?: string;
    };
    return kept.logId === logId && isPosition(position ?? '')
      ? { position, arriving, parked }
      : atTheStart;
  } catch {
    return atTheStart;
  }
};
