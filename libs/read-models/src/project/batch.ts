import { type Knowledge, withPlaceholders } from '@klimaspur/domain';
import { categoryOf, idOf, type RecordedEvent } from '@klimaspur/event-store';
import { readPlan, type PlanReading } from './plan-reading.js';
import { logEvent, type LogEvent, type PastReader } from './past-reader.js';
import type { StreamKeys } from './stream-keys.js';

/** A stream that a batch goes on with. */
export interface Touched {
  readonly stream: string;
  readonly category: string;
  readonly id: string;
  readonly news: LogEvent[];
  /** From its first event on; of a plan only what its touched parts need. */
  history: readonly LogEvent[];
  plan?: PlanReading;
}

/** Some events of the log in their order, with all that folding their streams needs. */
export interface Batch {
  readonly events: readonly LogEvent[];
  readonly streams: readonly Touched[];
}

/** Events as they follow one another in the log, with what was known of it before. */
export const withKnowledge = (events: readonly RecordedEvent[], knowledge: Knowledge): LogEvent[] =>
  events.map((event) => logEvent(event, knowledge.since(event as unknown as LogEvent)));

/** Reads each touched stream once, up to the batch. */
export const gather = async (
  events: readonly LogEvent[],
  past: PastReader,
  keys: StreamKeys,
): Promise<Batch> => {
  const streams = new Map<string, Touched>();
  for (const event of events) {
    const touched = streams.get(event.stream);
    if (touched) touched.news.push(event);
    else {
      const { stream } = event;
      const id = idOf(stream);
      streams.set(stream, { stream, category: categoryOf(stream), id, news: [event], history: [] });
    }
  }
  // All at once: a server is asked over a way there and back.
  await Promise.all(
    [...streams.values()].map(async (touched) => {
      const key = keys.find(touched.stream);
      if (touched.category === 'plan') touched.plan = await readPlan(touched, key, past);
      else touched.history = told([...(await past.before(touched, key)), ...touched.news]);
    }),
  );
  return { events, streams: [...streams.values()] };
};

/** One stream alone, told up to `from`, with the rest of its events as news. */
export const touchedBy = async (
  { events, from }: { readonly events: readonly LogEvent[]; readonly from: number },
  key: number | undefined,
  past: PastReader,
): Promise<Touched> => {
  const { stream } = events[0] as LogEvent;
  const [category, id] = [categoryOf(stream), idOf(stream)];
  const touched: Touched = { stream, category, id, news: events.slice(from), history: [] };
  if (category === 'plan') touched.plan = await readPlan(touched, key, past);
  else touched.history = told(events);
  return touched;
};

/** What was read before the log said that a text is taken out still has it. */
const told = (history: readonly LogEvent[]): readonly LogEvent[] =>
  history.some(({ type }) => type === 'TextRedacted') ? withPlaceholders(history) : history;
