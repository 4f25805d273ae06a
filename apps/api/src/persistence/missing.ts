import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  comparePositions,
  type EventReader,
  hasBytes,
  openLogReader,
  storageTrouble,
  withoutPassword,
} from '@klimaspur/event-store';
import { levelOfTree } from '@klimaspur/proofs';
import { levelOfViews } from '@klimaspur/read-models';
import type { Vault } from '@klimaspur/vault';
import { StartTrouble } from './start-trouble.js';

/**
 * How far a log had been, as far as what was made from it tells: views and tree only ever tell what was acknowledged. Who
 * accepts a loss removes both.
 */
const levelsIn = (folder: string) =>
  [levelOfViews(join(folder, 'views.db')), levelOfTree(join(folder, 'tree.db'))].filter(
    (level) => level !== undefined,
  );

/** Where views and proofs of a log lie. */
interface Place {
  readonly folder: string;
  /** They were made before this start: then there was a vault, too. */
  readonly wasTold: boolean;
}

/** Whether a log was ever told here: to be asked before it is told. */
export const wasTold = (folder: string): boolean => levelsIn(folder).length > 0;

const isInFolder = (address: string): boolean => address.startsWith('sqlite:');

/** To be asked before a log is opened, which would make a new one. Throws StartTrouble. */
export async function refuseGoneLog(folder: string): Promise<void> {
  if (!wasTold(folder) || (await holdsEvents(folder))) return;
  throw new StartTrouble('start/log-gone', { file: join(folder, 'log.db') });
}

const holdsEvents = async (folder: string): Promise<boolean> => {
  if (!hasBytes(join(folder, 'log.db'))) return false;
  try {
    const log = await openLogReader(`sqlite:${folder}`);
    const end = await log.lastPosition();
    await log.close();
    return end !== null;
  } catch (error) {
    // What is damaged is said by whoever opens it; else there are no tables of a log.
    return storageTrouble(error) !== undefined;
  }
};

/** For some five seconds. */
const LOOKS = 20;
const LOOKED_AGAIN_MS = 250;

/**
 * A write-ahead log that is missing, or a copy of long ago: further entries would make the loss final. A node that was just elected
 * may show the end of its log a moment later, and is asked again. Throws StartTrouble.
 */
export async function refuseShorterLog(
  log: EventReader,
  folder: string,
  address: string,
  looks = isInFolder(address) ? 1 : LOOKS,
): Promise<void> {
  const end = await log.lastPosition();
  // A log that was copied has another name and is followed all the same; an empty one was lost, or is a wrong address.
  if (!isInFolder(address) && end === null && wasTold(folder)) {
    throw new StartTrouble('start/server-log-empty', serverOf(address, folder));
  }
  const beyond = levelsIn(folder).find(
    (level) => level.log === log.logId && comparePositions(level.position, end) > 0,
  );
  if (!beyond) return;
  if (looks > 1) {
    await setTimeout(LOOKED_AGAIN_MS);
    return refuseShorterLog(log, folder, address, looks - 1);
  }
  const said = { end: end ?? '0', known: beyond.position };
  if (isInFolder(address)) {
    throw new StartTrouble('start/log-shorter', { file: join(folder, 'log.db'), ...said });
  }
  throw new StartTrouble('start/server-log-shorter', { ...serverOf(address, folder), ...said });
}

const serverOf = (address: string, folder: string) => ({
  file: join(folder, 'views.db'),
  address: withoutPassword(address),
});

/** A new vault would have another signing key and nobody’s name. Throws StartTrouble. */
export async function refuseNewVault(vault: Vault, { folder, wasTold }: Place): Promise<void> {
  if (!wasTold || !(await vault.isNew())) return;
  await vault.close();
  throw new StartTrouble('start/vault-empty', { file: join(folder, 'vault.db') });
}

/** The same of a file, before one is made. */
export function refuseGoneVault(file: string, { wasTold }: Place): void {
  if (wasTold && !existsSync(file)) throw new StartTrouble('start/vault-gone', { file });
}
