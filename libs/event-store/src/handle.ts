import {
  IdConflict,
  OutcomeUnknown,
  RevisionConflict,
  RevisionRequired,
  WrongExpectedRevision,
} from './errors.js';
import type { EventStore, RecordedEvent } from './event-store.js';
import { type Position, startOfLog } from './position.js';
import { FirstAnswer } from './first-answer.js';
import { LogError } from './log-error.js';
import { eventsOf } from './new-events.js';
import { StreamQueue } from './stream-queue.js';
import type { Write } from './write.js';

/** Where the stream stands after a command. `repeated`: it had been carried out before; `unchanged`: nothing to record. */
export interface Handled {
  /** Of the stream's last event that is meant; -1 for a stream that does not exist. */
  readonly revision: number;
  readonly position: Position;
  readonly repeated?: true;
  readonly unchanged?: true;
}

/** After writers of other processes; those of this one wait for each other. */
const DECIDED_AGAIN = 5;

const queues = new WeakMap<EventStore, StreamQueue>();

const queueOf = (store: EventStore): StreamQueue => {
  const queue = queues.get(store) ?? new StreamQueue();
  queues.set(store, queue);
  return queue;
};

/**
 * The one path of every write: read, look whether it was done before, decide, append at the exact revision.
 * Throws what `decide` throws, IdempotencyKeyReused, RevisionRequired, RevisionConflict, OutcomeUnknown,
 * StreamBusy and the refusals of the store.
 */
export async function handle(store: EventStore, write: Write): Promise<Handled> {
  if (write.mode === 'replacing' && write.expectedRevision === undefined) {
    throw new RevisionRequired(write.stream);
  }
  return queueOf(store).inTurn(write.stream, async () => {
    for (let retry = 0; ; retry++) {
      const handled = await tryOnce(store, write, retry);
      if (handled) return handled;
    }
  });
}

// Undefined: another writer was faster, and the command may be decided again.
async function tryOnce(
  store: EventStore,
  write: Write,
  retry: number,
): Promise<Handled | undefined> {
  const history = await store.readStream(write.stream);
  const first = FirstAnswer.find(history, write);
  if (first) return first.checkedAgainst(write);
  refuseStale(history, write);

  const decided = write.decide(history);
  if (decided.length === 0) return unchanged(history);

  const revision = history.at(-1)?.revision;
  refuseExisting(history, write);
  const behind = revision ?? -1;
  try {
    const appended = await store.append(
      write.stream,
      eventsOf(write, decided),
      revision ?? 'no_stream',
    );
    if (!store.isShared || write.body === undefined) return appended;
  } catch (error) {
    if (isOvertaken(error) && retry < DECIDED_AGAIN) return undefined;
    if (error instanceof LogError && error.code !== 'log/write-failed') throw error;
    return readBack(store, write, behind, error);
  }
  // A yes to the ids: another process may have stored them meanwhile, for another request under the same key.
  return readBack(store, write, behind);
}

/** By other events, or by the same command in another process. */
const isOvertaken = (error: unknown): boolean =>
  error instanceof WrongExpectedRevision || error instanceof IdConflict;

function refuseStale(history: readonly RecordedEvent[], write: Write): void {
  const { expectedRevision, stream } = write;
  const actual = history.at(-1)?.revision ?? -1;
  if (expectedRevision === undefined || expectedRevision === actual) return;
  throw new RevisionConflict(stream, expectedRevision, actual, history.slice(expectedRevision + 1));
}

// Asked after the decider, which has the better words for „that exists already“.
function refuseExisting(history: readonly RecordedEvent[], { mode, stream }: Write): void {
  const last = history.at(-1);
  if (mode === 'creating' && last)
    throw new WrongExpectedRevision(stream, 'no_stream', last.revision);
}

function unchanged(history: readonly RecordedEvent[]): Handled {
  const { revision, position } = history.at(-1) ?? { revision: -1, position: startOfLog };
  return { revision, position, unchanged: true };
}

// No answer is not a no: the events may be stored. Only the stream can tell, and not even an absence is proof.
async function readBack(
  store: EventStore,
  write: Write,
  behind: number,
  cause?: unknown,
): Promise<Handled> {
  const since = await store.readStream(write.stream, { from: behind + 1 }).catch(() => []);
  const stored = FirstAnswer.find(since, write);
  if (!stored) throw new OutcomeUnknown(write.stream, cause);
  const { revision, position } = stored.checkedAgainst(write);
  return { revision, position };
}
