import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { messageOf, openLogReader } from '@klimaspur/event-store';
import type { BuilderData, FromBuilder } from './building.js';
import { buildFile } from './project/build-file.js';
import { readerOfViews } from './reader-of-views.js';
import { flushToDisk } from './store/views-file.js';

const port = parentPort;
if (!port) throw new Error('The builder of views runs as a worker thread');
const { log, ...order } = workerData as BuilderData;
const tell = (message: FromBuilder) => port.postMessage(message);

// There it means this thread alone.
if (order.yields && process.platform === 'linux') setPriority(10);

try {
  const reader = readerOfViews(await openLogReader(log));
  try {
    await buildFile(reader, order, async (position) => {
      if (position !== null) tell({ kind: 'reached', position });
    });
  } finally {
    await reader.close();
  }
  flushToDisk(order.path);
  tell({ kind: 'built' });
} catch (error) {
  tell({ kind: 'failed', message: messageOf(error) });
}
