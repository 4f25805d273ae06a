import { LogClosed, LogWriteFailed, WrongExpectedRevision } from '../errors.js';
import type { Appended, ExpectedRevision, RecordedEvent } from '../event-store.js';
import { canonicalJson } from '../canonical.js';
import { answerToKnown, fits, type KnownEvent } from '../known-append.js';
import { LogError } from '../log-error.js';
import type { StoredForm } from '../stored-form.js';
import type { Connection } from './connection.js';
import { isConflict, refusalIn } from './failures.js';
import type { KnownStreams } from './known-streams.js';
import type { LogPages } from './log-pages.js';
import { positionAt } from './places.js';
import { sent } from './recorded.js';
import { pause, pauseMs } from './retrying.js';

/** What is decided before anything is sent: an answer that needs no sending, or the revision to send. */
type Decision = { readonly answer: Appended } | { readonly send: number };

/**
 * Appends at the exact revision, and only behind a stream that was seen whole: what the server calls a repetition is not what we
 * call one (docs/event-store.md). After any error but a plain no the stream is read back, and what is missing is sent again: at an
 * exact revision nothing can be stored twice.
 */
export class StreamWriter {
  constructor(
    private readonly connection: Connection,
    private readonly pages: LogPages,
    private readonly known: KnownStreams,
    private readonly patienceMs: number,
  ) {}

  /** One at a time for each stream. Throws LogWriteFailed if the outcome cannot be told in the time there is. */
  async append(
    stream: string,
    events: readonly StoredForm[],
    expected: ExpectedRevision,
  ): Promise<Appended> {
    const start = performance.now();
    for (let tries = 0; ; tries++) {
      try {
        const decision =
          (tries === 0 && this.fromKnown(stream, events, expected)) ||
          (await this.fromStream(stream, events, expected));
        if ('answer' in decision) return decision.answer;
        return await this.send(stream, events, decision.send);
      } catch (error) {
        this.known.forget(stream);
        // What was sent before may be stored.
        if (error instanceof LogClosed && tries > 0) throw new LogWriteFailed(error);
        if (error instanceof LogError) throw error;
        const refusal = refusalIn(error);
        if (refusal) throw refusal;
        if (performance.now() - start > this.patienceMs) throw new LogWriteFailed(error);
        // What another is just writing makes a conflict before it can be read.
        if (!isConflict(error) || tries > 0) await pause(pauseMs(tries));
      }
    }
  }

  /** Without a call; undefined where the stream must be read. */
  private fromKnown(
    stream: string,
    events: readonly StoredForm[],
    expected: ExpectedRevision,
  ): Decision | undefined {
    const known = this.known.find(stream);
    if (!known || events.some(({ id }) => known.ids.has(id))) return undefined;
    return fits(expected, actualOf(known.head)) ? { send: known.head } : undefined;
  }

  private async fromStream(
    stream: string,
    events: readonly StoredForm[],
    expected: ExpectedRevision,
  ): Promise<Decision> {
    const history = await this.pages.stream(stream, {}, { leader: true });
    this.known.read(stream, history);
    const head = history.at(-1)?.revision ?? -1;
    const byId = new Map(history.map((event) => [event.id, event]));
    const found = events.map(({ id }) => byId.get(id));
    const actual = actualOf(head);
    if (found.some(Boolean)) {
      return { answer: answerToKnown(stream, events, found.map(asKnown), expected, actual) };
    }
    if (!fits(expected, actual)) throw new WrongExpectedRevision(stream, expected, actual);
    return { send: head };
  }

  private async send(
    stream: string,
    events: readonly StoredForm[],
    head: number,
  ): Promise<Appended> {
    const { revision, commit } = await this.connection.append({
      stream,
      events: events.map(sent),
      head,
    });
    this.known.written(
      stream,
      events.map(({ id }) => id),
      revision,
    );
    return { revision, position: positionAt(commit) };
  }
}

const actualOf = (head: number): number | null => (head === -1 ? null : head);

const asKnown = (event: RecordedEvent | undefined): KnownEvent | undefined =>
  event && { ...event, data: canonicalJson(event.data) };
