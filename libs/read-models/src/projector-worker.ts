import { parentPort, workerData } from 'node:worker_threads';
import { MaskedReader, openLogReader } from '@klimaspur/event-store';
import type { FromProjector, ProjectorData, ToProjector } from './projector-messages.js';
import { saysTakenOut } from './says-taken-out.js';
import { ViewsKeeper } from './views-keeper.js';

const port = parentPort;
if (!port) throw new Error('The projector runs as a worker thread');
const { log, views } = workerData as ProjectorData;
const tell = (message: FromProjector) => port.postMessage(message);

let swapped = (): void => {};
const reader = new MaskedReader(await openLogReader(log), saysTakenOut);
const keeper = new ViewsKeeper(reader, views, {
  levelReached: (reached) => tell({ kind: 'level', reached }),
  swap: (file) =>
    new Promise((resolve) => {
      swapped = resolve;
      tell({ kind: 'built', file });
    }),
  failed: (error) =>
    tell({
      kind: 'failed',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }),
});

port.on('message', (message: ToProjector) => {
  switch (message) {
    case 'wake':
      return void keeper.wake();
    case 'rebuild':
      return void keeper.rebuild().then(() => tell({ kind: 'rebuilt' }));
    case 'swapped':
      return swapped();
    case 'close':
      return void keeper
        .close()
        .then(() => reader.close())
        .then(() => port.close());
  }
});

void keeper.start();
