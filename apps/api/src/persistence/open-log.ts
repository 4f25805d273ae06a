import { join } from 'node:path';
import { type EventStore, openEventStore } from '@klimaspur/event-store';
import { refuseGoneLog, refuseShorterLog } from './missing.js';
import { opened } from './start-trouble.js';

export const openExampleLog = (folder: string): Promise<EventStore> =>
  // A power cut may take its last moments, which can be told again; never its order.
  opened(
    join(folder, 'log.db'),
    () => openEventStore(`sqlite:${folder}`, { durability: 'normal' }),
    'log',
  );

/** In the data folder or, by another `address`, on a server. */
export async function openOwnLog(folder: string, address: string): Promise<EventStore> {
  const log = await (address.startsWith('sqlite:')
    ? openInFolder(folder)
    : openEventStore(address));
  try {
    await refuseShorterLog(log, folder, address);
    return log;
  } catch (error) {
    await log.close();
    throw error;
  }
}

const openInFolder = async (folder: string): Promise<EventStore> => {
  await refuseGoneLog(folder);
  return opened(join(folder, 'log.db'), () => openEventStore(`sqlite:${folder}`), 'log');
};
