import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type EventStore, openEventStore } from '@klimaspur/event-store';
import { LogTree } from '@klimaspur/proofs';
import { ReadModels } from '@klimaspur/read-models';
import { PolicyRunner } from '../policies/policy-runner.js';
import { fileBookmark } from '../policies/file-bookmark.js';

/** One log with what belongs to it: the own towns, or the example. */
export interface World {
  readonly name: 'own' | 'example';
  /** Where its log lies and its views may lie. */
  readonly folder: string;
  readonly store: EventStore;
  /** Carries decisions into the measures they name. */
  readonly policies: Pick<PolicyRunner, 'catchUp'>;
  /** What people see of it. */
  readonly readModels: ReadModels;
  /** By which it can be proven that nothing in the log was altered. */
  readonly tree: LogTree;
  close(): Promise<void>;
}

/** Opens a world, and finishes what its policies had left to do when it was last closed. */
export async function openWorld(name: World['name'], folder: string): Promise<World> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // A power cut may take the last moments of the example, which can be told again; never its order.
  const durability = name === 'example' ? 'normal' : 'full';
  const store = await openEventStore(`sqlite:${folder}`, { durability });
  const bookmark = fileBookmark(join(folder, 'policies.json'), store.logId);
  const policies = new PolicyRunner(store, bookmark);
  await policies.catchUp();
  const readModels = await openReadModels(folder, store);
  const tree = await openTree(folder, store);
  const leave = store.onCommit(() => {
    readModels.wake();
    tree.wake();
  });
  const close = async () => {
    leave();
    await Promise.all([readModels.close(), tree.close()]);
    await store.close();
  };
  return { name, folder, store, policies, readModels, tree, close };
}

/** The built server projects in threads of their own; sources, which no thread can load, in this one. */
const runsFromSources = import.meta.url.endsWith('.ts');

const openTree = (folder: string, store: EventStore): Promise<LogTree> => {
  const file = join(folder, 'tree.db');
  return runsFromSources
    ? LogTree.openInThread(store, { file })
    : LogTree.open({ log: `sqlite:${folder}`, file });
};

const openReadModels = (folder: string, store: EventStore): Promise<ReadModels> => {
  const views = join(folder, 'views.db');
  return runsFromSources
    ? ReadModels.openInThread({ log: store, views })
    : ReadModels.open({ log: `sqlite:${folder}`, views });
};
