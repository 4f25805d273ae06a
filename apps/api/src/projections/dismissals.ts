import { join } from 'node:path';
import { addLine, readLines } from '../persistence/durable-lines.js';

/** An operator's word that a parked stream may stay as it is. */
export interface Dismissal {
  readonly projection: string;
  readonly stream: string;
  /** The event it is parked at: another one is another matter. */
  readonly event: string;
  readonly reason: string;
  /** ISO 8601. */
  readonly at: string;
  /** Pseudonym. */
  readonly by: string;
}

/** Kept beside the log, in a file of its own: views are made anew, and this is nothing that happened in a town. */
export class Dismissals {
  private readonly file: string;
  private readonly known: Map<string, Dismissal>;

  constructor(folder: string) {
    this.file = join(folder, 'dismissed.jsonl');
    this.known = new Map(readLines(this.file, isDismissal).map((one) => [keyOf(one), one]));
  }

  of(parked: Pick<Dismissal, 'projection' | 'stream' | 'event'>): Dismissal | null {
    return this.known.get(keyOf(parked)) ?? null;
  }

  /** Answers when it is durable. */
  add(dismissal: Dismissal): void {
    addLine(this.file, dismissal);
    this.known.set(keyOf(dismissal), dismissal);
  }
}

const isDismissal = ({ projection, stream, event }: Dismissal): boolean =>
  [projection, stream, event].every((said) => typeof said === 'string');

const keyOf = ({ projection, stream, event }: Pick<Dismissal, 'projection' | 'stream' | 'event'>) =>
  `${projection} ${stream} ${event}`;
