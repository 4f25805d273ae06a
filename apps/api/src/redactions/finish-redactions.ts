import { type Past, takenOutIn, textsOf } from '@klimaspur/domain';
import {
  type Actor,
  type EventStore,
  handle,
  isTakenOut,
  newCommandId,
  type RecordedEvent,
} from '@klimaspur/event-store';
import { messages } from '@klimaspur/messages';
import type { Redaction, RedactionList } from './redaction-list.js';

const pasts = (events: readonly RecordedEvent[]): readonly Past[] =>
  events as unknown as readonly Past[];

/**
 * Brings the log to what the list says and the list to what the log says, whatever came between: a crash, or a log from an older
 * backup. Answers how many texts were still there. Again does no harm.
 */
export async function finishRedactions(log: EventStore, list: RedactionList): Promise<number> {
  for (const { stream, asked } of list.asked) await listRedactions(log, list, stream, asked);
  for (const redaction of list.redactions) await recordAgain(log, list, redaction);
  const left = await textsLeft(log, list);
  const open = new Set(list.unfinished.map(({ redaction }) => redaction));
  for (const { redaction } of left) if (!open.has(redaction)) list.write({ again: redaction });
  const events = left.flatMap((redaction) => redaction.events);
  return log.takeTextsOut(
    events,
    left.map(({ stream }) => stream),
  );
}

/** Those that the log tells of an entry, and the list does not. */
export async function listRedactions(
  log: EventStore,
  list: RedactionList,
  stream: string,
  entry: string,
): Promise<void> {
  const history = await log.readStream(stream);
  const listed = new Set(list.redactions.map(({ redaction }) => redaction));
  for (const { id, type, data, metadata, revision } of history) {
    if (type !== 'TextRedacted' || data['entry'] !== entry || listed.has(id)) continue;
    const before = pasts(history.slice(0, revision));
    list.write({
      redaction: id,
      stream,
      entry,
      events: textsOf(entry, before).map((past) => past.id),
      actor: metadata['actor'] as unknown as Actor,
      ...(typeof data['agreedBy'] === 'string' ? { agreedBy: data['agreedBy'] } : {}),
      recordedAt: String(metadata['recordedAt']),
    });
  }
}

/** A log from before it was taken out does not say so: it must, and the reason is not kept elsewhere. */
async function recordAgain(
  log: EventStore,
  list: RedactionList,
  { stream, entry, events, actor, agreedBy }: Redaction,
): Promise<void> {
  const history = await log.readStream(stream);
  const taken = takenOutIn(pasts(history));
  const here = history.filter(({ id }) => events.includes(id));
  if (here.every(({ id }) => taken.has(id))) return;
  const reason = messages('de')('redaction.again');
  await handle(log, {
    stream,
    mode: 'additive',
    commandId: newCommandId(),
    actor,
    now: new Date().toISOString(),
    decide: () => [
      {
        type: 'TextRedacted',
        data: { entry, ...(agreedBy === undefined ? {} : { agreedBy }), text: { reason } },
        occurredOn: null,
        schemaVersion: 1,
      },
    ],
  });
  await listRedactions(log, list, stream, entry);
}

/** Redactions with those of their events whose text is still in the log. */
async function textsLeft(log: EventStore, list: RedactionList): Promise<readonly Redaction[]> {
  const left: Redaction[] = [];
  for (const redaction of list.redactions) {
    const history = await log.readStream(redaction.stream);
    const events = history
      .filter(({ id, data }) => redaction.events.includes(id) && !isTakenOut(data))
      .map(({ id }) => id);
    if (events.length > 0) left.push({ ...redaction, events });
  }
  return left;
}
