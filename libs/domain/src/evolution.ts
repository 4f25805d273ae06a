import { catalogue, isEventType } from './catalogue.js';
import { isCommitment } from './shared/commitment.js';
import { replacementOf } from './shared/replacement.js';

type Terms = Readonly<Record<string, unknown>>;

/** What of an event evolution looks at. */
export interface Evolving {
  readonly id: string;
  readonly type: string;
  readonly data: Terms;
  readonly metadata: object;
}

/** Raises the data of one type by one version. Text that was taken out is not in it. */
export interface Upcaster {
  readonly type: string;
  /** The version it takes; it gives the next one. */
  readonly from: number;
  readonly upcast: (data: Terms) => Terms;
}

const CORRECTION = 'EntryCorrected';

/** Events from before versions were counted are of the first one. */
const versionIn = ({ metadata }: Evolving): number => {
  const { schemaVersion = 1 } = (metadata ?? {}) as { schemaVersion?: unknown };
  return typeof schemaVersion === 'number' ? schemaVersion : Infinity;
};

/**
 * Brings stored events into the form of today, version by version, before anything folds or projects them. What is stored
 * stays as it is: leaf and proof are of those bytes. A correction holds the data of another type; its version is that of
 * the type that it corrects.
 */
export class Upcasters {
  private readonly chains = new Map<string, Upcaster[]>();

  /** Throws where a version is left out. */
  constructor(steps: readonly Upcaster[]) {
    for (const step of [...steps].sort((a, b) => a.from - b.from)) {
      const chain = this.chains.get(step.type) ?? [];
      if (step.from !== chain.length + 1) {
        throw new Error(`${step.type}: no way from version ${chain.length + 1}`);
      }
      this.chains.set(step.type, [...chain, step]);
    }
  }

  /** Everything is read as it is stored. */
  get isEmpty(): boolean {
    return this.chains.size === 0;
  }

  /** The version that is written now. */
  versionOf(type: string): number {
    return 1 + (this.chains.get(type)?.length ?? 0);
  }

  /** Whether an event can be raised only by whoever knows the rest of its stream. */
  readonly needsStream = (event: Evolving): boolean =>
    this.chains.size > 0 && event.type === CORRECTION;

  /** An event by itself; a correction stays as it is. */
  readonly event = <E extends Evolving>(event: E): E =>
    this.chains.has(event.type) ? this.raised(event, event.type) : event;

  /** All events of a stream. */
  readonly stream = <E extends Evolving>(history: readonly E[]): readonly E[] => {
    if (this.chains.size === 0) return history;
    const types = new Map(history.map(({ id, type }) => [id, type]));
    return history.map((event) => {
      if (event.type !== CORRECTION) return this.event(event);
      const corrected = types.get(String(event.data['entry']));
      return corrected === undefined ? event : this.raised(event, corrected);
    });
  };

  /** `carried`: whose data it holds; of a correction the type of what it corrects. */
  raised<E extends Evolving>(event: E, type: string): E {
    const [from, to] = [versionIn(event), this.versionOf(type)];
    if (from >= to) return event;
    const up = (data: Terms): Terms =>
      (this.chains.get(type) ?? [])
        .slice(from - 1)
        .reduce((raised, step) => step.upcast(raised), data);
    const data =
      event.type === CORRECTION ? raisedCorrection(event.data, up) : raisedData(event.data, up);
    return { ...event, data, metadata: { ...event.metadata, schemaVersion: to } };
  }
}

const raisedData = (data: Terms, up: (data: Terms) => Terms): Terms => {
  const { text, ...terms } = data;
  return isCommitment(text) ? { ...up(terms), text } : up(data);
};

const raisedCorrection = (data: Terms, up: (data: Terms) => Terms): Terms => {
  const said = data['text'];
  const { text: typed, ...replacement } = up(
    isCommitment(said) ? (data['replacement'] as Terms) : replacementOf(data),
  );
  if (isCommitment(said) || typed === undefined) return { ...data, replacement };
  return { ...data, replacement, text: { ...(said as object), replacement: typed } };
};

/** All steps of stored events, oldest first. One that was released is never changed. */
export const upcasters = new Upcasters([]);

/** The version in which this program writes events of a type. */
export const schemaVersionOf = (type: string): number => upcasters.versionOf(type);

const known: ReadonlyMap<string, number> = new Map(
  Object.keys(catalogue).map((type) => [type, schemaVersionOf(type)]),
);
const none: readonly never[] = [];

/** Asked of every event of every fold. */
const isOdd = (event: Evolving): boolean => versionIn(event) > (known.get(event.type) ?? 0);

/** Events that a newer program wrote, to be asked of as much of a stream as is at hand: what they say is not known here. */
export const newerIn = <E extends Evolving>(history: readonly E[]): readonly E[] => {
  if (!history.some(isOdd)) return none;
  const odd = history.filter(isOdd);
  if (!odd.some(({ type }) => type === CORRECTION)) return odd;
  const types = new Map(history.map(({ id, type }) => [id, type]));
  return odd.filter((event) => {
    const corrected = types.get(String(event.data['entry']));
    const isOurs = event.type === CORRECTION && corrected !== undefined && isEventType(corrected);
    return !isOurs || versionIn(event) > schemaVersionOf(corrected);
  });
};

/** What of a stream this program understands. */
export const withoutNewer = <E extends Evolving>(history: readonly E[]): readonly E[] => {
  const newer = newerIn(history);
  return newer.length === 0 ? history : history.filter((event) => !newer.includes(event));
};
