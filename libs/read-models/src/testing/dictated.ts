import type { EventReader } from '@klimaspur/event-store';
import { buildFile } from '../project/build-file.js';
import type { BeginWriting } from '../project/tell-aloud.js';
import { readerOfViews } from '../reader-of-views.js';
import { DictatedFile } from '../store/dictated-file.js';
import { givenAway } from '../store/dictation.js';

/** Writes in this thread what comes as from another. */
export const writeHere: BeginWriting = (path) => {
  const file = new DictatedFile(path);
  return {
    write: async (sheets) => file.write(structuredClone(sheets, { transfer: givenAway(sheets) })),
    end: async () => file.end(),
    stop: async () => file.giveUp(),
  };
};

/** Builds a views file as two threads do, both in this one. */
export const buildDictated = (log: EventReader, path: string): Promise<void> =>
  buildFile(
    readerOfViews(log),
    { path, parked: [], yields: false },
    async () => undefined,
    writeHere,
  );
