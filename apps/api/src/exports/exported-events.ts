import type { RecordedEvent } from '@klimaspur/event-store';
import type { ExportedEvent, ExportedLeaf } from '@klimaspur/exports';
import { type LogTree, toBase64, toHex } from '@klimaspur/proofs';
import { Knowledge } from '@klimaspur/domain';
import { isOperator } from '../auth/rights.js';
import { isWhole } from '../proofs/entry-proofs.js';
import type { Reading } from '../reading/reader.js';
import { type ShownEvent, ShownEvents } from './shown-events.js';

const BATCH = 1_000;

type Told = Parameters<Knowledge['since']>[0];

interface Batch {
  readonly stored: readonly RecordedEvent[];
  readonly told: readonly ShownEvent[];
  /** Of the first that is stored, counted from the beginning of the log. */
  readonly index: number;
}

/**
 * Operators keep the log, so they get all of it; of both what was known at the moment asked about, and as it is stored, so
 * that its leaves can be proven.
 */
async function* batchesOf(
  { world, models, view, viewer }: Reading,
  most = Infinity,
): AsyncGenerator<Batch> {
  const operator = isOperator(viewer);
  const shown = new ShownEvents(models, view);
  const { knownAt } = view;
  const knowledge = new Knowledge();
  const isKnown = (event: RecordedEvent) =>
    knownAt === undefined || knowledge.since(event as unknown as Told) <= knownAt;
  let last: RecordedEvent | undefined;
  for (let index = 0; index < most;) {
    const read = Math.min(BATCH, most - index);
    const stored = await world.log.readAll(last?.position ?? null, read);
    if (stored.length === 0) return;
    const known = stored.filter(isKnown);
    yield { stored, told: operator ? known : shown.of(known), index };
    last = stored.at(-1);
    index += stored.length;
  }
}

export async function* eventsOf(reading: Reading): AsyncGenerator<ExportedEvent> {
  for await (const { told } of batchesOf(reading)) yield* told;
}

/**
 * Those that a checkpoint of that size tells, each with its place in the tree and the way to the root: so that one that was
 * changed can be named, also among all.
 */
export async function* provenEventsOf(
  reading: Reading,
  size: number,
): AsyncGenerator<ExportedEvent> {
  const { tree } = reading.world;
  for await (const batch of batchesOf(reading, size)) yield* withPaths(batch, size, tree);
}

/** Whether the reader gets every entry. */
export const isComplete = ({ viewer, view }: Reading): boolean =>
  isOperator(viewer) && view.knownAt === undefined;

const withPaths = ({ stored, told, index }: Batch, size: number, tree: LogTree): ExportedEvent[] =>
  tree.atOnce((moment) => {
    const places = new Map(stored.map((event, n) => [event.id, { event, at: index + n }]));
    return told.map((one) => {
      const { event, at } = places.get(one.id)!;
      const path = moment.inclusion(at, size).map(toBase64);
      const hash = isWhole(one, event) ? {} : { hash: toHex(moment.leaf(at)) };
      return withLeaf(one, { index: at, ...hash, path });
    });
  });

const withLeaf = (event: ShownEvent, leaf: ExportedLeaf): ExportedEvent => ({ ...event, leaf });
