import type { EventData } from '../catalogue.js';
import type { Past } from '../timeline.js';

/** A town on its way here: its streams, and the latest instant in what has come of them. */
export interface Arriving {
  /** The stream that tells of the transfer. */
  readonly source: string;
  readonly streams: readonly string[];
  readonly knownSince: number;
}

/** By which clocks the log is known at one place of it. */
export interface Clocks {
  /** Running maximum of `recordedAt`, in ms. */
  readonly knownSince: number;
  readonly arriving: readonly Arriving[];
}

export const atTheBeginning: Clocks = { knownSince: 0, arriving: [] };

/** The clock that goes for a stream. */
export const clockOf = ({ knownSince, arriving }: Clocks, stream: string): number =>
  arriving.find(({ streams }) => streams.includes(stream))?.knownSince ?? knownSince;

/** The instant (ms) up to which everything that is known is told. */
export const knownUntil = ({ knownSince, arriving }: Clocks): number =>
  Math.max(knownSince, ...arriving.map((one) => one.knownSince));

type Told = Pick<Past, 'type' | 'data' | 'metadata'> & { readonly stream: string };
type Transfer = { readonly source: string; streams: readonly string[]; knownSince: number };

/**
 * The one rule of what was known when, to be asked in log order: an event is known since the running maximum of
 * `recordedAt`, because clocks may step back and what we know does not. What comes from another log is known since that
 * log knew it: until a transfer ends, its streams have a clock of their own. At its end the clocks are joined, so that
 * along each stream knowledge never falls.
 */
export class Knowledge {
  private own: number;
  private readonly transfers: Map<string, Transfer>;
  private readonly transferOf = new Map<string, Transfer>();

  constructor({ knownSince, arriving }: Clocks = atTheBeginning) {
    this.own = knownSince;
    this.transfers = new Map(arriving.map((one) => [one.source, { ...one }]));
    for (const transfer of this.transfers.values()) this.assign(transfer, transfer.streams);
  }

  get clocks(): Clocks {
    return {
      knownSince: this.own,
      arriving: [...this.transfers.values()].map((transfer) => ({ ...transfer })),
    };
  }

  since(event: Told): number {
    const recordedAt = instant(event.metadata?.recordedAt);
    const transfer = this.transfers.size === 0 ? undefined : this.transferOf.get(event.stream);
    if (transfer) return (transfer.knownSince = Math.max(transfer.knownSince, recordedAt));
    if (recordedAt > this.own) this.own = recordedAt;
    if (event.type.startsWith('Source')) this.follow(event);
    return this.own;
  }

  private follow({ stream, type, data }: Told): void {
    const transfer = this.transfers.get(stream);
    switch (type) {
      case 'SourceTransferBegun':
        return this.begin(stream, (data ?? {}) as unknown as EventData<'SourceTransferBegun'>);
      case 'SourceClockNoted': {
        const { knownSince } = (data ?? {}) as unknown as EventData<'SourceClockNoted'>;
        if (transfer) transfer.knownSince = Math.max(transfer.knownSince, instant(knownSince));
        return;
      }
      case 'SourceTransferCompleted':
        if (transfer) this.end(transfer);
    }
  }

  private begin(source: string, { streams }: EventData<'SourceTransferBegun'>): void {
    if (!Array.isArray(streams)) return;
    const transfer = this.transfers.get(source) ?? { source, streams: [], knownSince: 0 };
    transfer.streams = [...transfer.streams, ...streams];
    this.transfers.set(source, transfer);
    this.assign(transfer, streams);
  }

  private end(transfer: Transfer): void {
    this.own = Math.max(this.own, transfer.knownSince);
    this.transfers.delete(transfer.source);
    for (const stream of transfer.streams) this.transferOf.delete(stream);
  }

  private assign(transfer: Transfer, streams: readonly string[]): void {
    for (const stream of streams) this.transferOf.set(stream, transfer);
  }
}

/** A clock is not stopped by an event that nobody should have written. */
const instant = (text: unknown): number => {
  const read = typeof text === 'string' ? Date.parse(text) : NaN;
  return Number.isNaN(read) ? 0 : read;
};
