import { newCommandId, type EventStore } from '@klimaspur/event-store';
import type { Finding, ImportedMunicipality, NotTaken, Refusal } from '@klimaspur/importers';
import { townOf, type Known } from './import-target.js';
import type { ImportFinding } from './import-findings.js';
import { ImportSteps, type Progress } from './import-steps.js';
import { importWrites, type ImportWrites } from './import-writes.js';
import { refusalsOf, type RefusedWish, type StreamWrite } from './stream-writes.js';
import type { ImportedPlace } from './imported-places.js';
import { nothingPublished, publish, type Published, together } from './publish-import.js';
import { appendAll, complete, referencesOf, type ImportOrder } from './write-import.js';

export type { ImportOrder };

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
  /** Ids of the plans it went into, likewise. */
  readonly plans: readonly string[];
  /** What became public by it. */
  readonly published: Published;
  /** Where it went; only what is written is anywhere. */
  readonly places: readonly ImportedPlace[];
  readonly done: boolean;
}

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
  const isWhole = order.document.refused.length === 0;
  const plans: ImportWrites[] = [];
  for (const part of municipalities) {
    const town = await townOf(part, known, order.town, importId);
    const step = () => steps.step();
    plans.push(
      await importWrites(part, town, {
        ...{ known, importId, standOn, now: order.now, isWhole, step },
        ...(order.plan === undefined ? {} : { plan: order.plan }),
      }),
    );
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
  let published = nothingPublished;
  for (const [index, plan] of good.entries()) {
    const run = { store, order, importId, plan, references: referencesOf(plan), steps };
    await appendAll(run);
    await complete(run, municipalities[index]!);
    published = together(published, await publish(run, municipalities[index]!));
  }
  steps.finish();
  return { ...report, published, done: true };
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
    plans: plans.map(({ plan }) => plan.id),
    published: nothingPublished,
    places: [],
    done: false,
  };
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
