import { parentPort, workerData } from 'node:worker_threads';
import { messageOf } from '@klimaspur/event-store';
import { giveWay } from './giving-way.js';
import { DictatedFile } from './store/dictated-file.js';
import type { Failure, FromWriter, ToWriter, WriterData } from './writing.js';

const port = parentPort;
if (!port) throw new Error('Views are written by a worker thread');
const { path, yields } = workerData as WriterData;
const tell = (message: FromWriter) => port.postMessage(message);
if (yields) giveWay();

const trying = (work: () => void): void => {
  try {
    work();
  } catch (error) {
    const { code, errcode } = error as Failure;
    tell({ kind: 'failed', failure: { message: messageOf(error), code, errcode } });
    // Whatever still comes is of no use.
    port.removeAllListeners('message');
    port.close();
  }
};

trying(() => {
  const file = new DictatedFile(path);
  port.on('message', (message: ToWriter) =>
    trying(() => {
      if (message.kind === 'sheets') {
        file.write(message.sheets);
        tell({ kind: 'written' });
        return;
      }
      file.end();
      tell({ kind: 'ended' });
      port.close();
    }),
  );
});
