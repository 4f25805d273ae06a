import { createHash } from 'node:crypto';
import type { Past, ReferenceFacts } from '@klimaspur/domain';
import {
  handle,
  newCommandId,
  streamName,
  type Actor,
  type EventStore,
} from '@klimaspur/event-store';
import type { ImportDocument, ImportedMunicipality } from '@klimaspur/importers';
import type { ImportSteps } from './import-steps.js';
import type { ImportWrites } from './import-writes.js';
import { decideAll, type StreamWrite } from './stream-writes.js';

export interface ImportOrder {
  readonly document: ImportDocument;
  /** The file itself; only its hash is kept. */
  readonly bytes: Uint8Array;
  readonly actor: (municipality: string) => Actor;
  readonly now: string;
  /** Id or name of the town it goes into; absent: found by the file. */
  readonly town?: string;
  /** Id or title of the plan it goes into; absent: found by the file. */
  readonly plan?: string;
  readonly acceptGoodRows: boolean;
  readonly publish: boolean;
  readonly dryRun: boolean;
}

/** So many streams are written at once: the log takes them in one go. */
export const AT_ONCE = 64;
/** One append has a limit of bytes; a placement has a few hundred. */
const PLACEMENTS_AT_ONCE = 1_000;

/** What writing one town needs. */
export interface WriteRun {
  readonly store: EventStore;
  readonly order: ImportOrder;
  readonly importId: string;
  readonly plan: ImportWrites;
  readonly references: ReadonlyMap<string, ReferenceFacts>;
  readonly steps: ImportSteps;
}

/** In their order, but for measures, of which none needs another. */
export const appendAll = async (run: WriteRun): Promise<void> => {
  const { writes } = run.plan;
  for (const [category, group] of Map.groupBy(writes.entries(), ([at, { category: of }]) =>
    of === 'measure' ? of : `${of} ${at}`,
  )) {
    const parts = group.flatMap(([, write]) => inParts(write));
    const size = category === 'measure' ? AT_ONCE : 1;
    for (let at = 0; at < parts.length; at += size) {
      const some = parts.slice(at, at + size);
      await Promise.all(some.map((write) => append(run, write)));
      await run.steps.step(category === 'measure' ? some.length : 0);
    }
  }
};

const inParts = (write: StreamWrite): StreamWrite[] => {
  const parts: StreamWrite[] = [];
  for (let at = 0; at < write.wishes.length; at += PLACEMENTS_AT_ONCE) {
    parts.push({ ...write, wishes: write.wishes.slice(at, at + PLACEMENTS_AT_ONCE) });
  }
  return parts;
};

/** What the writes of one town name: all of it belongs to that town. */
export const referencesOf = ({
  town,
  plan,
  measures,
}: ImportWrites): Map<string, ReferenceFacts> => {
  const municipality = town.id;
  return new Map<string, ReferenceFacts>([
    [town.id, { category: 'municipality', municipality }],
    [plan.id, { category: 'plan', municipality }],
    ...measures.map((id): [string, ReferenceFacts] => [id, { category: 'measure', municipality }]),
  ]);
};

export const append = (
  { store, order, importId, plan, references }: WriteRun,
  write: StreamWrite,
) =>
  handle(store, {
    stream: streamName(write.category, write.id),
    mode: 'additive',
    commandId: newCommandId(Date.parse(order.now)),
    correlationId: importId,
    actor: order.actor(plan.town.id),
    now: order.now,
    decide: (history) => decideAll(write, history as unknown as Past[], order.now, references),
  });

/**
 * The last event of an import. A file that brought nothing new leaves none, unless it speaks for another day than
 * those before; a broken run is completed by the next.
 */
export const complete = async (
  run: WriteRun,
  { plan: file }: ImportedMunicipality,
): Promise<void> => {
  const { store, order, plan } = run;
  const { format, standOn } = order.document;
  const history = await store.readStream(streamName('plan', plan.plan.id));
  const completed = history.filter(({ type }) => type === 'PlanImportCompleted');
  const isKnown = completed.some(({ data }) => standOn === null || data['standOn'] === standOn);
  if (plan.writes.length === 0 && isKnown) return;
  const data = {
    format,
    sha256: createHash('sha256').update(order.bytes).digest('hex'),
    fields: file.fields.length,
    measures: file.measures.length,
    ...(standOn ? { standOn } : {}),
  };
  const wish = { where: 'file', type: 'PlanImportCompleted', data, occurredOn: null };
  await append(run, { category: 'plan', id: plan.plan.id, wishes: [wish] });
};
