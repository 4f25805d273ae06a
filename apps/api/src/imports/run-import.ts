import { newCommandId, type EventStore } from '@klimaspur/event-store';
import type { Finding, NotTaken, Refusal } from '@klimaspur/importers';
import { addressOf, movedAway } from '../commands/town-here.js';
import { Comparison } from './comparison.js';
import { findGone } from './gone-rows.js';
import { newPlanBeside, type ImportFinding } from './import-findings.js';
import { isList } from './list-town.js';
import { ImportSteps, type Progress } from './import-steps.js';
import type { Known, TownFile } from './import-target.js';
import { townImport, writesOf, type TownImport } from './import-writes.js';
import type { ImportedPlace } from './imported-places.js';
import { type Meant, meantTowns } from './meant-town.js';
import { nothingPublished, publish, type Published, together } from './publish-import.js';
import { ofAnotherTown } from './other-town.js';
import { ReportRows, type RowGroups } from './report-rows.js';
import { WishChecks, type RefusedWish } from './stream-writes.js';
import { townOf, type Beside } from './town-of.js';
import type { UnsaidState } from './unsaid-state.js';
import {
  appendAll,
  complete,
  referencesOf,
  type ImportOrder,
  type TownGaps,
} from './write-import.js';

export type { ImportOrder };

/** What an import did, or would do: `new`, `changed` and `unchanged` count towns, fields and measures. */
export interface ImportReport {
  readonly municipalities: number;
  readonly fields: number;
  readonly measures: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  /** What becomes of the measures; those that are refused stand in `refused`. */
  readonly rows: RowGroups;
  readonly refused: readonly (Refusal | RefusedWish)[];
  readonly findings: readonly (Finding | ImportFinding)[];
  readonly notTaken: readonly NotTaken[];
  /** Ids of the towns it went into, in the order of the file. */
  readonly towns: readonly string[];
  /** Ids of the plans it went into, likewise. */
  readonly plans: readonly string[];
  /** Where it goes, in the order of the file: what is here already, or begins with it. */
  readonly targets: readonly ImportTarget[];
  /** Measures that this edition has no longer, of each plan of which it can tell. */
  readonly gone: readonly GoneOfPlan[];
  /** States that this edition takes back, of each plan. */
  readonly unsaid: readonly UnsaidOfPlan[];
  /** What became public by it. */
  readonly published: Published;
  /** Where it went; only what is written is anywhere. */
  readonly places: readonly ImportedPlace[];
  readonly done: boolean;
}

export interface GoneOfPlan {
  readonly town: string;
  readonly plan: string;
  readonly measures: readonly string[];
}

export interface UnsaidOfPlan {
  readonly town: string;
  readonly plan: string;
  readonly measures: Readonly<Record<string, UnsaidState>>;
}

interface Target {
  readonly id: string;
  readonly isNew: boolean;
}

export interface ImportTarget {
  /** Which of the towns of the file it is, counted from 0. */
  readonly at: number;
  /** `isNamed`: by the file itself. */
  readonly town: Target & { readonly name: string; readonly isNamed: boolean };
  readonly plan: Target & { readonly title: string };
}

/**
 * Decides everything first, then appends: town, plan and measures as drafts, then the event that completes the
 * import, then what is to be public. Running it again after a crash writes what is missing.
 */
export const runImport = async (
  store: EventStore,
  known: Known,
  order: ImportOrder,
  progress: Progress = () => undefined,
  gaps: TownGaps = noGaps,
): Promise<ImportReport> => {
  const importId = newCommandId(Date.parse(order.now));
  const { files: municipalities, findings } = await meantTowns(
    order.document.municipalities,
    order,
    known,
  );
  const count = municipalities.reduce((sum, { plan }) => sum + plan.measures.length, 0);
  const steps = new ImportSteps(count * (order.dryRun ? 2 : 4), progress);
  const rows = new ReportRows(order.onRow);
  const namesSeveral = new Set(municipalities.filter(isList).map(({ name }) => name)).size > 1;
  const parts: CheckedTown[] = [];
  for (const file of municipalities) {
    const met = new Map(parts.map(({ part }) => [part.town.id, part.file.name]));
    const part = await partOf(file, { met, namesSeveral }, known, order, importId, steps);
    await refuseAway(store, part.town.id);
    parts.push(await checked(store, part, order.now, steps, rows));
  }
  const report = reportOf(order, parts, rows.groups, { files: municipalities, findings });
  if ((report.refused.length > 0 && !order.acceptGoodRows) || order.dryRun) {
    steps.finish();
    return report;
  }
  let published = nothingPublished;
  for (const { part, refused } of parts) {
    const left = new Set(refused.map(({ where }) => where));
    // A list of which no row comes in begins neither a town nor a plan.
    if (isList(part.file) && left.size > 0 && part.measures.every(({ where }) => left.has(where)))
      continue;
    const run = { store, order, importId, part, references: referencesOf(part), steps, gaps };
    const isAnything = await appendAll(run, left);
    await complete(run, isAnything);
    published = together(published, await publish(run));
  }
  steps.finish();
  return { ...report, published, done: true };
};

const noGaps: TownGaps = { of: async () => [] };

const refuseAway = async (store: EventStore, town: string): Promise<void> => {
  const address = await addressOf(store, town);
  if (address !== undefined) throw movedAway(address);
};

const partOf = async (
  file: TownFile,
  beside: Beside,
  known: Known,
  order: ImportOrder,
  importId: string,
  steps: ImportSteps,
): Promise<TownImport> => {
  const { document, now, plan } = order;
  const found = await townOf(file, known, order, importId, beside);
  const town = beside.met.has(found.id) ? { ...found, isNew: false, isMet: true } : found;
  const title = plan && 'newTitle' in plan ? plan.newTitle : file.plan.title;
  return townImport({ ...file, plan: { ...file.plan, title } }, town, {
    ...{ known, importId, now, standOn: document.standOn },
    // A saved answer about the town alone says nothing of its measures.
    rows: file.plan.measures.length === 0 || town.isStray ? 'none' : rowsOf(document),
    step: () => steps.step(),
    ...(plan === undefined ? {} : { plan }),
  });
};

const rowsOf = ({ refused }: ImportOrder['document']) =>
  refused.length === 0 ? 'all' : 'not-refused';

/** A town that was compared and decided, with nothing written. */
interface CheckedTown {
  readonly part: TownImport;
  readonly refused: readonly RefusedWish[];
  readonly counts: Comparison['counts'];
  readonly findings: readonly (Finding | ImportFinding)[];
  readonly unsaid: Readonly<Record<string, UnsaidState>>;
  /** What the plan's edition before had; absent where this one cannot tell. */
  readonly gone?: readonly string[];
}

const checked = async (
  store: EventStore,
  part: TownImport,
  now: string,
  steps: ImportSteps,
  rows: ReportRows,
): Promise<CheckedTown> => {
  const comparison = new Comparison(part);
  const checks = new WishChecks(store, now, referencesOf(part));
  const refused: RefusedWish[] = [];
  for await (const write of writesOf(part, comparison)) {
    const other = write.measure && ofAnotherTown(part, write.measure.matched);
    const bad = other ? [other] : await checks.refusalsOf(write);
    refused.push(...bad);
    if (bad.length === 0) rows.planned(comparison, write);
    await steps.step(write.measure ? 1 : 0);
  }
  const gone = await findGone(comparison, part.measures);
  for (const row of gone ?? []) rows.gone(row);
  const { counts, findings, unsaid } = comparison;
  const all = [...(await planFindings(part)), ...findings];
  return {
    part,
    refused,
    counts,
    findings: all,
    unsaid,
    ...(gone ? { gone: gone.map(({ id }) => id) } : {}),
  };
};

/** A plan that begins beside others is named: the file may belong to one of them. */
const planFindings = async ({ file, town, plan, context }: TownImport) => {
  if (!plan.isNew || context.plan !== undefined) return [];
  const others = (await context.known.plans(town.id)).map(({ title }) => title);
  return others.length === 0 ? [] : [newPlanBeside(file.plan.title, others)];
};

const reportOf = (
  { document, newTown, town: asked }: ImportOrder,
  parts: readonly CheckedTown[],
  rows: RowGroups,
  meant: Meant,
): ImportReport => {
  const { findings, notTaken } = document;
  const sum = (of: (part: CheckedTown) => number) => parts.reduce((all, part) => all + of(part), 0);
  const isAfterFile = parts.some(({ part }) => part.town.isNew) && !(asked ?? newTown);
  return {
    municipalities: new Set(parts.map(({ part }) => part.town.id)).size,
    fields: sum(({ part }) => part.file.plan.fields.length),
    measures: sum(({ part }) => part.measures.length),
    new: sum(({ counts }) => counts.new),
    changed: sum(({ counts }) => counts.changed),
    unchanged: sum(({ counts }) => counts.unchanged),
    rows,
    refused: [...document.refused, ...parts.flatMap(({ refused }) => refused)],
    findings: [
      ...meant.findings,
      // A town that is here, or that somebody named, is not called after the file.
      ...findings.filter(({ code }) => code !== 'town-not-named' || isAfterFile),
      ...parts.flatMap((part) => part.findings),
    ],
    notTaken,
    towns: parts.map(({ part }) => part.town.id),
    plans: parts.map(({ part }) => part.plan.id),
    targets: parts.map(({ part }, index) => ({
      at: document.municipalities.indexOf(meant.files[index]!),
      ...targetOf(part),
    })),
    gone: parts.flatMap(({ part, gone }) =>
      gone ? [{ town: part.town.id, plan: part.plan.id, measures: gone }] : [],
    ),
    unsaid: parts.map(({ part, unsaid }) => ({
      ...{ town: part.town.id, plan: part.plan.id },
      measures: unsaid,
    })),
    published: nothingPublished,
    places: [],
    done: false,
  };
};

const targetOf = ({
  file,
  town,
  plan: { id, title, isNew },
}: TownImport): Omit<ImportTarget, 'at'> => ({
  town: { ...town, isNamed: file.named },
  plan: { id, title, isNew },
});
