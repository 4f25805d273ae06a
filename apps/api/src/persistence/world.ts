import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type EventStore, lockFolder, MaskedStore, type Upcasting } from '@klimaspur/event-store';
import { LogTree } from '@klimaspur/proofs';
import {
  raisesOld,
  ReadModels,
  removeForeignViews,
  removeViews,
  saysTakenOut,
} from '@klimaspur/read-models';
import { Logger } from '@nestjs/common';
import { PolicyRunner } from '../policies/policy-runner.js';
import { fileBookmark } from '../policies/file-bookmark.js';
import { finishRedactions } from '../redactions/finish-redactions.js';
import { RedactionList } from '../redactions/redaction-list.js';
import { FirstTelling } from './first-telling.js';
import { openExampleLog, openOwnLog } from './open-log.js';
import { wasTold } from './missing.js';
import { standInForOthers } from './stand-in.js';
import { opened } from './start-trouble.js';

const logger = new Logger('redactions');

/** One log with what belongs to it: the own towns, or the example. */
export interface World {
  readonly name: 'own' | 'example';
  /** Where its log lies and its views may lie. */
  readonly folder: string;
  /** The log as pages and rules read it: with words where a text was taken out. */
  readonly store: EventStore;
  /** The same as it is stored, for proofs and copies. */
  readonly log: EventStore;
  /** Other processes write it, too. */
  readonly isShared: boolean;
  /** What was taken out of it. */
  readonly redactions: RedactionList;
  /** Carries decisions into the measures they name. */
  readonly policies: PolicyRunner;
  /** What people see of it. */
  readonly readModels: ReadModels;
  /** Views or proofs were made of it before this start: then there was a vault, too. */
  readonly wasTold: boolean;
  /** Of the log in views. */
  readonly firstTelling: FirstTelling;
  /** By which it can be proven that nothing in the log was altered. */
  readonly tree: LogTree;
  close(): Promise<void>;
}

/** Opens a world, and finishes what its policies had left to do when it was last closed. `address`: of its log. */
export async function openWorld(
  name: World['name'],
  folder: string,
  address = `sqlite:${folder}`,
  upcasting: Upcasting = raisesOld,
): Promise<World> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const isShared = !address.startsWith('sqlite:');
  // A log in the folder locks it itself.
  const lock = isShared ? lockFolder(folder) : undefined;
  const opening = name === 'own' ? openOwnLog(folder, address) : openExampleLog(folder);
  const log = await opening.catch((error: unknown) => {
    lock?.release();
    throw error;
  });
  const store = new MaskedStore(log, saysTakenOut, upcasting);
  const redactions = await redactionsOf(log, folder);
  const bookmark = fileBookmark(join(folder, 'policies.json'), store.logId);
  const policies = new PolicyRunner(store, bookmark);
  await policies.start();
  const isKnown = wasTold(folder);
  const readModels = await opened(viewsIn(folder), () =>
    openReadModels({ folder, address, log, upcasting }),
  );
  const firstTelling = await FirstTelling.of(log, readModels);
  const tree = await opened(join(folder, 'tree.db'), () => openTree(folder, address, log));
  const wake = (): void => {
    readModels.wake();
    policies.wake();
    tree.wake();
  };
  const leave = store.onCommit(wake);
  const standIn = isShared ? standInForOthers(policies, wake) : undefined;
  const close = async () => {
    leave();
    await standIn?.();
    await Promise.all([policies.close(), readModels.close(), tree.close()]);
    await store.close();
    lock?.release();
  };
  const parts = { store, log, isShared, redactions, policies, readModels, firstTelling, tree };
  return { name, folder, ...parts, wasTold: isKnown, close };
}

/** A crash, or a log from an older backup, may have left texts that must not be seen by anybody who comes now. */
const redactionsOf = async (log: EventStore, folder: string): Promise<RedactionList> => {
  const list = new RedactionList(join(folder, 'redactions.jsonl'));
  const taken = await finishRedactions(log, list);
  if (taken > 0) logger.warn(`${taken} texts were taken out again: the log still had them`);
  if (list.unfinished.length > 0) removeViews(viewsIn(folder));
  return list;
};

const viewsIn = (folder: string): string => join(folder, 'views.db');

/** The built server projects in threads of their own; sources, which no thread can load, in this one. */
const runsFromSources = import.meta.url.endsWith('.ts');

const openTree = (folder: string, address: string, log: EventStore): Promise<LogTree> => {
  const file = join(folder, 'tree.db');
  return runsFromSources
    ? LogTree.openInThread(log, { file })
    : LogTree.open({ log: address, file });
};

interface ViewsOf {
  readonly folder: string;
  readonly address: string;
  readonly log: EventStore;
  /** Only where it can be handed on: a thread of its own reads as this house does. */
  readonly upcasting: Upcasting;
}

const openReadModels = async ({
  folder,
  address,
  log,
  upcasting,
}: ViewsOf): Promise<ReadModels> => {
  const views = viewsIn(folder);
  await removeForeignViews(views, log);
  return runsFromSources
    ? ReadModels.openInThread({ log, views, upcasting })
    : ReadModels.open({ log: address, views });
};
