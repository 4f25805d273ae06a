import { parentPort, workerData } from 'node:worker_threads';
import { messageOf, openLogReader } from '@klimaspur/event-store';
import { buildHere, buildInWorker } from './building.js';
import type { FromProjector, ProjectorData, ToProjector } from './projector-messages.js';
import { readerOfViews } from './reader-of-views.js';
import { ViewsKeeper } from './views-keeper.js';

const port = parentPort;
if (!port) throw new Error('The projector runs as a worker thread');
const { log, views, ...options } = workerData as ProjectorData;
const tell = (message: FromProjector) => port.postMessage(message);

let swapped = (): void => {};
const reader = readerOfViews(await openLogReader(log));
const keeper = new ViewsKeeper(
  reader,
  views,
  {
    levelReached: (reached) => tell({ kind: 'level', reached }),
    swap: (file) =>
      new Promise((resolve) => {
        swapped = resolve;
        tell({ kind: 'built', file });
      }),
    became: (status) => tell({ kind: 'became', status }),
  },
  { here: buildHere(reader), beside: buildInWorker(log) },
  options,
);

const answer = (number: number, work: Promise<boolean>): void =>
  void work.then(
    (told) => tell({ kind: 'done', number, told }),
    (error: unknown) => tell({ kind: 'done', number, told: false, failure: messageOf(error) }),
  );

port.on('message', (message: ToProjector) => {
  switch (message.kind) {
    case 'wake':
      return void keeper.wake();
    case 'rebuild':
      return answer(
        message.number,
        keeper.rebuild().then(() => true),
      );
    case 'heal':
      return answer(
        message.number,
        keeper.heal(message.reason).then(() => true),
      );
    case 'replay':
      return answer(message.number, keeper.replay(message.stream));
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
