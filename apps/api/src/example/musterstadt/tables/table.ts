import type { EventData, SeatKind } from '@klimaspur/domain';
import type { ExampleStep, Recorder, StoryStep } from '../../example-step.js';
import { story } from '../../example-step.js';
import { musterstadtId } from '../sheet.js';

/** A table as it came into the books: founded, described, seats given and, unless null, published. */
interface TableTold {
  readonly table: string;
  /** The first of its steps; the others follow in seconds. */
  readonly at: string;
  readonly published: string | null;
  /** Since when it is as described. */
  readonly on: string;
  readonly by?: Recorder;
  readonly described: Omit<EventData<'RoundtableDescribed'>, 'text'> & {
    readonly text: NonNullable<EventData<'RoundtableDescribed'>['text']>;
  };
  /** By group; who comes as a guest without a vote stands among `guests`. */
  readonly seats: Readonly<Partial<Record<SeatKind, readonly string[]>>>;
  readonly guests?: readonly string[];
}

const STEP_MS = 3000;

/** Instants that follow each other, from the one given. */
export const clockFrom = (instant: string): (() => string) => {
  let next = Date.parse(instant);
  return () => {
    const at = new Date(next).toISOString();
    next += STEP_MS;
    return at;
  };
};

export const seatOf = (table: string, actor: string): string => `@seat:${table}-${actor}`;

export const table = (it: TableTold): readonly ExampleStep[] => {
  const [tick, day, by] = [clockFrom(it.at), it.at.slice(0, 10), it.by ?? 'lead'];
  const seats = Object.entries(it.seats).flatMap(([kind, actors]) =>
    actors.map((actor) => ({ kind: kind as SeatKind, actor })),
  );
  return story(`roundtable:${it.table}`, [
    {
      at: tick(),
      on: day,
      by,
      command: 'found-roundtable',
      data: {
        municipality: musterstadtId,
        format: it.described.format,
        text: { name: it.described.text.name },
      },
    },
    { at: tick(), on: it.on, by, command: 'describe-roundtable', data: it.described },
    ...seats.map(({ kind, actor }): StoryStep => ({
      at: tick(),
      on: it.on,
      by,
      command: 'add-seat',
      data: {
        seat: seatOf(it.table, actor),
        actor: `@actor:${actor}`,
        kind,
        voting: !it.guests?.includes(actor),
      },
    })),
    ...(it.published === null
      ? []
      : [
          {
            at: it.published,
            on: it.published.slice(0, 10),
            by: 'lead',
            command: 'publish-roundtable',
            data: {},
          } as const,
        ]),
  ]);
};
