import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type EventStore, openEventStore } from '@klimaspur/event-store';
import { DecisionPolicyRunner } from '../policies/decision-policy-runner.js';
import { fileBookmark } from '../policies/file-bookmark.js';

/** One log with what belongs to it: the own towns, or the example. */
export interface World {
  readonly name: 'own' | 'example';
  /** Where its log lies and its views may lie. */
  readonly folder: string;
  readonly store: EventStore;
  /** Carries decisions into the measures they name. */
  readonly policies: Pick<DecisionPolicyRunner, 'catchUp'>;
}

/** Opens a world, and finishes what its policies had left to do when it was last closed. */
export async function openWorld(name: World['name'], folder: string): Promise<World> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const store = await openEventStore(`sqlite:${folder}`);
  const bookmark = fileBookmark(join(folder, 'policies.json'), store.logId);
  const policies = new DecisionPolicyRunner(store, bookmark);
  await policies.catchUp();
  return { name, folder, store, policies };
}
