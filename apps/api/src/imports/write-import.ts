import { createHash } from 'node:crypto';
import type { Issue, Past, ReferenceFacts } from '@klimaspur/domain';
import {
  handle,
  newCommandId,
  streamName,
  type Actor,
  type EventStore,
} from '@klimaspur/event-store';
import type { ImportDocument, MeasureList } from '@klimaspur/importers';
import { Comparison } from './comparison.js';
import type { ImportSteps } from './import-steps.js';
import type { PlanWish, TownWish } from './import-target.js';
import { writesOf, type TownImport } from './import-writes.js';
import type { ReportRow } from './report-rows.js';
import { decideAll, type StreamWrite } from './stream-writes.js';

/** `town`, `newTown`: the town it goes into; absent: found by the file. */
export interface ImportOrder extends TownWish {
  readonly document: ImportDocument<MeasureList>;
  /** The file itself; only its hash is kept. */
  readonly bytes: Uint8Array;
  readonly actor: (municipality: string) => Actor;
  readonly now: string;
  /** The plan it goes into; absent: found by the file. */
  readonly plan?: PlanWish;
  readonly acceptGoodRows: boolean;
  readonly publish: boolean;
  readonly dryRun: boolean;
  /** Hears what becomes of each measure: a report names the first ones alone. */
  readonly onRow?: (row: ReportRow) => void;
}

/** So many streams are written at once: the log takes them in one go. */
export const AT_ONCE = 64;

/** Finds out what still stands in the way of publishing a town. */
export interface TownGaps {
  of(municipality: string, history: readonly Past[]): Promise<readonly Issue[]>;
}

/** What writing one town needs. */
export interface WriteRun {
  readonly store: EventStore;
  readonly order: ImportOrder;
  readonly importId: string;
  readonly part: TownImport;
  readonly references: ReadonlyMap<string, ReferenceFacts>;
  readonly steps: ImportSteps;
  readonly gaps: TownGaps;
}

/**
 * Compares once more and appends on the way, so that what is to be written is never held as a whole: in its order, but
 * for measures, of which none needs another. Says whether anything was written.
 */
export const appendAll = async (run: WriteRun, refused: ReadonlySet<string>): Promise<boolean> => {
  const { part, steps } = run;
  let waiting: StreamWrite[] = [];
  let isAnything = false;
  const flush = async () => {
    await Promise.all(waiting.map((write) => append(run, write)));
    waiting = [];
  };
  for await (const write of writesOf(part, new Comparison(part))) {
    const wishes = write.wishes.filter(({ where }) => !refused.has(where));
    const isMeasure = write.category === 'measure';
    if (!isMeasure || waiting.length >= AT_ONCE) await flush();
    if (wishes.length > 0) {
      isAnything = true;
      waiting.push({ ...write, wishes });
    }
    if (!isMeasure) await flush();
    await steps.step(isMeasure ? 1 : 0);
  }
  await flush();
  return isAnything;
};

/** What the writes of one town name: all of it belongs to that town. */
export const referencesOf = ({
  town,
  plan,
  measures,
  heirs,
}: TownImport): ReadonlyMap<string, ReferenceFacts> => {
  const municipality = town.id;
  const measure: ReferenceFacts = { category: 'measure', municipality };
  return new Map<string, ReferenceFacts>([
    [town.id, { category: 'municipality', municipality }],
    [plan.id, { category: 'plan', municipality }],
    ...measures.map(({ id }): [string, ReferenceFacts] => [id, measure]),
    ...Array.from(heirs, (id): [string, ReferenceFacts] => [id, measure]),
  ]);
};

export const append = (
  { store, order, importId, part, references }: WriteRun,
  { category, id, wishes }: StreamWrite,
) =>
  handle(store, {
    stream: streamName(category, id),
    mode: 'additive',
    commandId: newCommandId(Date.parse(order.now)),
    correlationId: importId,
    actor: order.actor(part.town.id),
    now: order.now,
    decide: (history) =>
      decideAll({ category, id, wishes }, history as unknown as Past[], order.now, references),
  });

/**
 * The last event of an import. A file that brought nothing new leaves none, unless it speaks for another day than
 * those before; a broken run is completed by the next.
 */
export const complete = async (run: WriteRun, isAnything: boolean): Promise<void> => {
  const { order, part } = run;
  const { file, plan } = part;
  const { format, standOn } = order.document;
  const isKnown = plan.completed.some((each) => standOn === null || each.standOn === standOn);
  if (!isAnything && isKnown) return;
  const data = {
    format,
    sha256: createHash('sha256').update(order.bytes).digest('hex'),
    fields: file.plan.fields.length,
    measures: file.plan.measures.length,
    ...(standOn ? { standOn } : {}),
  };
  const wish = { where: 'file', type: 'PlanImportCompleted', data, occurredOn: null };
  await append(run, { category: 'plan', id: plan.id, wishes: [wish] });
};
