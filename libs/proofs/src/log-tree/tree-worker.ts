import { parentPort, workerData } from 'node:worker_threads';
import { openLogReader } from '@klimaspur/event-store';
import { TreeKeeper } from './tree-keeper.js';
import type { FromTree, ToTree, TreeWorkerData } from './tree-messages.js';

const port = parentPort;
if (!port) throw new Error('The tree grows in a worker thread');
const { log, file } = workerData as TreeWorkerData;
const tell = (message: FromTree) => port.postMessage(message);

const reader = await openLogReader(log);
const keeper = new TreeKeeper(reader, file, {
  reached: (level) => tell({ kind: 'reached', level }),
  stuck: (why) => tell({ kind: 'stuck', why }),
});

port.on('message', (message: ToTree) => {
  switch (message) {
    case 'wake':
      return void keeper.wake();
    case 'rebuild':
      return void keeper.rebuild().then(() => tell({ kind: 'rebuilt' }));
    case 'close':
      return void keeper
        .close()
        .then(() => reader.close())
        .then(() => port.close());
  }
});

void keeper.wake();
