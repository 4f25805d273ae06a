import { parentPort, workerData } from 'node:worker_threads';
import { messageOf, openLogReader } from '@klimaspur/event-store';
import type { BuilderData, FromBuilder } from './building.js';
import { giveWay } from './giving-way.js';
import { buildFile } from './project/build-file.js';
import type { Pause } from './project/builder.js';
import { readerOfViews } from './reader-of-views.js';
import { flushToDisk } from './store/views-file.js';
import { writeInWorker } from './writing.js';

const port = parentPort;
if (!port) throw new Error('The builder of views runs as a worker thread');
const { log, ...order } = workerData as BuilderData;
const tell = (message: FromBuilder) => port.postMessage(message);

if (order.yields) giveWay();

try {
  const reader = readerOfViews(await openLogReader(log));
  try {
    const pause: Pause = async (position) => {
      if (position !== null) tell({ kind: 'reached', position });
    };
    await buildFile(reader, order, pause, writeInWorker(order.yields));
  } finally {
    await reader.close();
  }
  flushToDisk(order.path);
  tell({ kind: 'built' });
} catch (error) {
  tell({ kind: 'failed', message: messageOf(error) });
}
