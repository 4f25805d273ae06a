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
import type { ImportFinding } from './import-findings.js';
import { ImportSteps, type Progress } from './import-steps.js';
import { importWrites, type ImportWrites } from './import-writes.js';
import { decideAll, refusalsOf, type RefusedWish, type StreamWrite } from './stream-writes.js';

export interface ImportOrder {
  readonly document: ImportDocument;
  /** The file itself; only its hash is kept. */
  readonly bytes: Uint8Array;
  readonly actor: (municipality: string) => Actor;
  readonly now: string;
  /** Id or name of the town it goes into; absent: found by the file. */
  readonly town?: string;
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
  readonly findings: readonly (Finding | ImportFinding)[];
  readonly notTaken: readonly NotTaken[];
  /** Ids of the towns it went into, in the order of the file. */
  readonly towns: readonly string[];
  readonly done: boolean;
}

/** So many streams are written at once: the log takes them in one go. */
const AT_ONCE = 64;
/** One append has a limit of bytes; a placement has a few hundred. */
const PLACEMENTS_AT_ONCE = 1_000;

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
  const { municipalities, standOn } = order.document;
  const count = municipalities.reduce((sum, { plan }) => sum + plan.measures.length, 0);
  const steps = new ImportSteps(count * (order.dryRun ? 2 : 4), progress);
  const plans: ImportWrites[] = [];
  for (const part of municipalities) {
    const town = await townOf(part, known, order.town, importId);
    const step = () => steps.step();
    plans.push(await importWrites(part, town, { known, importId, standOn, now: order.now, step }));
  }
  const refused: (Refusal | RefusedWish)[] = [...order.document.refused];
  const good: ImportWrites[] = [];
  for (const plan of plans) {
    const bad = await refusedIn(store, plan, order.now, steps);
    refused.push(...bad);
    good.push(withoutRows(plan, new Set(bad.map(({ where }) => where))));
  }
  const report = reportOf(order, plans, refused);
  if ((refused.length > 0 && !order.acceptGoodRows) || order.dryRun) {
    steps.finish();
    return report;
  }
  for (const [index, plan] of good.entries()) {
    const run = { store, order, importId, plan, references: referencesOf(plan), steps };
    await appendAll(run);
    await complete(run, municipalities[index]!);
    await publish(run, municipalities[index]!);
  }
  steps.finish();
  return { ...report, done: true };
};

/** What writing one town needs. */
interface Run {
  readonly store: EventStore;
  readonly order: ImportOrder;
  readonly importId: string;
  readonly plan: ImportWrites;
  readonly references: ReadonlyMap<string, ReferenceFacts>;
  readonly steps: ImportSteps;
}

/** In their order, but for measures, of which none needs another. */
const appendAll = async (run: Run): Promise<void> => {
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

const reportOf = (
  { document: { municipalities, findings, notTaken }, town }: ImportOrder,
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
    findings: [
      // Whoever said which town it is needs no other name for it.
      ...findings.filter(({ code }) => !(town && code === 'town-not-named')),
      ...plans.flatMap((plan) => plan.findings),
    ],
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
  steps: ImportSteps,
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
  for (const write of together) {
    refused.push(...(await refusalsOf(store, write, now, references, () => steps.breathe())));
    await steps.step(write.category === 'measure' ? 1 : 0);
  }
  return refused;
};

/** With `--accept-good-rows`: everything that comes from a refused row is left out. */
const withoutRows = (plan: ImportWrites, rows: ReadonlySet<string>): ImportWrites => ({
  ...plan,
  writes: plan.writes
    .map((write) => ({ ...write, wishes: write.wishes.filter(({ where }) => !rows.has(where)) }))
    .filter(({ wishes }) => wishes.length > 0),
});

const append = ({ store, order, importId, plan, references }: Run, write: StreamWrite) =>
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
const complete = async (run: Run, { plan: file }: ImportedMunicipality): Promise<void> => {
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

/** What the user, or the file, wants public: measures first, the town last, so that nobody sees half of it. */
const publish = async (run: Run, file: ImportedMunicipality): Promise<void> => {
  const { plan, order, steps } = run;
  const wanted = (said: boolean | undefined) => order.publish || said === true;
  const measures = plan.measures.filter((_, index) => wanted(file.plan.measures[index]?.published));
  for (let at = 0; at < measures.length; at += AT_ONCE) {
    const some = measures.slice(at, at + AT_ONCE);
    await Promise.all(some.map((id) => publishOne(run, 'measure', id, 'MeasurePublished')));
    await steps.step(some.length);
  }
  if (!wanted(file.published)) return;
  await publishOne(run, 'plan', plan.plan.id, 'PlanPublished');
  await publishOne(run, 'municipality', plan.town.id, 'MunicipalityPublished');
};

const publishOne = async (
  run: Run,
  category: StreamWrite['category'],
  id: string,
  type: string,
): Promise<void> => {
  const history = await run.store.readStream(streamName(category, id));
  // Somebody took it back on purpose: a second import does not overrule that.
  const decidedByHand = history.some(
    (event) => event.type === type.replace('Published', 'Unpublished'),
  );
  if (history.length === 0 || decidedByHand || isPublished(history as unknown as Past[])) return;
  const wish = { where: 'file', type, data: {}, occurredOn: null };
  await append(run, { category, id, wishes: [wish] });
};
