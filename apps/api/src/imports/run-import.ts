import { createHash } from 'node:crypto';
import { isPublished, type Past, type ReferenceFacts } from '@klimaspur/domain';
import {
  handle,
  newCommandId,
  streamName,
  type Actor,
  type EventStore,
} from '@klimaspur/event-store';
import type {
  Finding,
  ImportDocument,
  ImportedMunicipality,
  NotTaken,
  Refusal,
} from '@klimaspur/importers';
import { townOf, type Known } from './import-target.js';
import { importWrites, type ImportWrites, type KeptWord } from './import-writes.js';
import { decideAll, refusalsOf, type RefusedWish, type StreamWrite } from './stream-writes.js';

export interface ImportOrder {
  readonly document: ImportDocument;
  /** The file itself; only its hash is kept. */
  readonly bytes: Uint8Array;
  readonly actor: (municipality: string) => Actor;
  readonly now: string;
  /** Id or name of the town it goes into; absent: found by the file. */
  readonly town?: string;
  readonly standOn: string | null;
  readonly acceptGoodRows: boolean;
  readonly publish: boolean;
  readonly dryRun: boolean;
}

/** What an import did, or would do: `new`, `changed` and `unchanged` count towns, fields and measures. */
export interface ImportReport {
  readonly municipalities: number;
  readonly fields: number;
  readonly measures: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: readonly (Refusal | RefusedWish)[];
  readonly findings: readonly (Finding | KeptWord)[];
  readonly notTaken: readonly NotTaken[];
  /** Ids of the towns it went into, in the order of the file. */
  readonly towns: readonly string[];
  readonly done: boolean;
}

export type Progress = (done: number, total: number) => void;

/**
 * Decides everything first, then appends: towns, plans and measures as drafts, then the event that
 * completes the import, then what is to be public. Running it again after a crash writes what is missing.
 */
export const runImport = async (
  store: EventStore,
  known: Known,
  order: ImportOrder,
  progress: Progress = () => undefined,
): Promise<ImportReport> => {
  const importId = newCommandId(Date.parse(order.now));
  const { municipalities } = order.document;
  const plans: ImportWrites[] = [];
  for (const part of municipalities) {
    plans.push(
      await importWrites(part, await townOf(part, known, order.town, importId), known, importId),
    );
  }
  const refused: (Refusal | RefusedWish)[] = [...order.document.refused];
  const good: ImportWrites[] = [];
  for (const plan of plans) {
    const bad = await refusedIn(store, plan, order.now);
    refused.push(...bad);
    good.push(withoutRows(plan, new Set(bad.map(({ where }) => where))));
  }
  const report = reportOf(order.document, plans, refused);
  if (refused.length > 0 && !order.acceptGoodRows) return report;
  if (order.dryRun) return report;
  const total = good.reduce((sum, { writes }) => sum + writes.length, 0);
  let written = 0;
  for (const [index, plan] of good.entries()) {
    const references = referencesOf(plan);
    for (const write of plan.writes) {
      await append(store, order, importId, plan, write, references);
      progress(++written, total);
    }
    await complete(store, order, importId, plan, municipalities[index]!);
    await publish(store, order, importId, plan, municipalities[index]!);
  }
  return { ...report, done: true };
};

const reportOf = (
  { municipalities, findings, notTaken }: ImportDocument,
  plans: readonly ImportWrites[],
  refused: ImportReport['refused'],
): ImportReport => {
  const sum = (of: (plan: ImportWrites) => number) =>
    plans.reduce((all, plan) => all + of(plan), 0);
  const size = (of: (part: ImportedMunicipality) => number) =>
    municipalities.reduce((all, part) => all + of(part), 0);
  return {
    municipalities: municipalities.length,
    fields: size(({ plan }) => plan.fields.length),
    measures: size(({ plan }) => plan.measures.length),
    new: sum(({ counts }) => counts.new),
    changed: sum(({ counts }) => counts.changed),
    unchanged: sum(({ counts }) => counts.unchanged),
    refused,
    findings: [...findings, ...plans.flatMap(({ kept }) => kept)],
    notTaken,
    towns: plans.map(({ town }) => town.id),
    done: false,
  };
};

/** What the writes of one town name: all of it belongs to that town. */
const referencesOf = ({ town, plan, measures }: ImportWrites): Map<string, ReferenceFacts> => {
  const municipality = town.id;
  return new Map<string, ReferenceFacts>([
    [town.id, { category: 'municipality', municipality }],
    [plan.id, { category: 'plan', municipality }],
    ...measures.map((id): [string, ReferenceFacts] => [id, { category: 'measure', municipality }]),
  ]);
};

const refusedIn = async (
  store: EventStore,
  plan: ImportWrites,
  now: string,
): Promise<RefusedWish[]> => {
  const references = referencesOf(plan);
  const refused: RefusedWish[] = [];
  const planWishes = plan.writes.filter(({ category }) => category === 'plan');
  const together: StreamWrite[] = [
    ...plan.writes.filter(({ category }) => category !== 'plan'),
    ...(planWishes.length > 0
      ? [
          {
            category: 'plan' as const,
            id: plan.plan.id,
            wishes: planWishes.flatMap((each) => each.wishes),
          },
        ]
      : []),
  ];
  for (const write of together) refused.push(...(await refusalsOf(store, write, now, references)));
  return refused;
};

/** With `--accept-good-rows`: everything that comes from a refused row is left out. */
const withoutRows = (plan: ImportWrites, rows: ReadonlySet<string>): ImportWrites => ({
  ...plan,
  writes: plan.writes
    .map((write) => ({ ...write, wishes: write.wishes.filter(({ where }) => !rows.has(where)) }))
    .filter(({ wishes }) => wishes.length > 0),
});

const append = (
  store: EventStore,
  { actor, now }: ImportOrder,
  importId: string,
  { town }: ImportWrites,
  write: StreamWrite,
  references: ReadonlyMap<string, ReferenceFacts>,
) =>
  handle(store, {
    stream: streamName(write.category, write.id),
    mode: 'additive',
    commandId: newCommandId(Date.parse(now)),
    correlationId: importId,
    actor: actor(town.id),
    now,
    decide: (history) => decideAll(write, history as unknown as Past[], now, references),
  });

/** The last event of an import. A file that brought nothing new leaves none; a broken run is completed by the next. */
const complete = async (
  store: EventStore,
  order: ImportOrder,
  importId: string,
  plan: ImportWrites,
  { plan: file }: ImportedMunicipality,
): Promise<void> => {
  const history = await store.readStream(streamName('plan', plan.plan.id));
  const isCompleted = history.some(({ type }) => type === 'PlanImportCompleted');
  if (plan.writes.length === 0 && isCompleted) return;
  const data = {
    format: order.document.format,
    sha256: createHash('sha256').update(order.bytes).digest('hex'),
    fields: file.fields.length,
    measures: file.measures.length,
    ...(order.standOn ? { standOn: order.standOn } : {}),
  };
  const wish = { where: 'file', type: 'PlanImportCompleted', data, occurredOn: null };
  const write = { category: 'plan' as const, id: plan.plan.id, wishes: [wish] };
  await append(store, order, importId, plan, write, referencesOf(plan));
};

/** What the user, or the file, wants public: measures first, the town last, so that nobody sees half of it. */
const publish = async (
  store: EventStore,
  order: ImportOrder,
  importId: string,
  plan: ImportWrites,
  file: ImportedMunicipality,
): Promise<void> => {
  const wanted = (said: boolean | undefined) => order.publish || said === true;
  const things = [
    ...plan.measures.map((id, index) => ({
      category: 'measure' as const,
      id,
      type: 'MeasurePublished',
      is: wanted(file.plan.measures[index]?.published),
    })),
    {
      category: 'plan' as const,
      id: plan.plan.id,
      type: 'PlanPublished',
      is: wanted(file.published),
    },
    {
      category: 'municipality' as const,
      id: plan.town.id,
      type: 'MunicipalityPublished',
      is: wanted(file.published),
    },
  ];
  for (const { category, id, type, is } of things) {
    if (!is) continue;
    const history = await store.readStream(streamName(category, id));
    // Somebody took it back on purpose: a second import does not overrule that.
    const decidedByHand = history.some(
      (event) => event.type === type.replace('Published', 'Unpublished'),
    );
    if (history.length === 0 || decidedByHand || isPublished(history as unknown as Past[]))
      continue;
    const wish = { where: 'file', type, data: {}, occurredOn: null };
    await append(
      store,
      order,
      importId,
      plan,
      { category, id, wishes: [wish] },
      referencesOf(plan),
    );
  }
};
