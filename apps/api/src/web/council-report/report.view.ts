import { addDays, firstDay, lastDay, type Day, type Status } from '@klimaspur/domain';
import type {
  ComparedMoments,
  MeasureExportRow,
  MeasureItem,
  Municipality,
  PlanItem,
} from '@klimaspur/read-models';
import type { ResponsiblePerson } from '@klimaspur/vault';
import { momentFrom } from '../../reading/moment.js';
import { usualBegin } from '../../reading/compared.js';
import { checkPeriod } from '../../reading/period.js';
import type { Reading } from '../../reading/reader.js';
import { comparisonView, type ComparisonView } from '../comparison/comparison.view.js';
import {
  isToTown,
  openPointsAt,
  type TableQuestion,
} from '../roundtables/follow-ups/open-points.js';

/** What the town answered to a question of a round table. */
export interface TownAnswer {
  readonly topic: string;
  readonly answer: string;
  readonly on: string | null;
  readonly table: { readonly id: string; readonly name: string };
}

/** Everything a report tells; what of it is printed is chosen by the page. */
export interface ReportView extends ComparisonView {
  /** The longest late first; as many as a page could show. */
  readonly late: readonly MeasureExportRow[];
  readonly questions: readonly TableQuestion[];
  readonly answers: readonly TownAnswer[];
  /** What is planned to end next. */
  readonly due: readonly MeasureItem[];
  readonly responsible: ResponsiblePerson | undefined;
}

/** So many are read for the files; the page shows fewer. */
export const LATE_READ = 200;
/** What is to end within half a year is due next. */
const DUE_DAYS = 183;
const DUE_READ = 200;

type Query = Readonly<Record<string, unknown>>;

/** Up to the moment of the question, from the day that the address names. */
export const reportMoments = (
  { view, now }: Reading,
  query: Query,
  since: string,
): ComparedMoments => {
  const said = query[since];
  const isSaid = said !== undefined && said !== '';
  // The knowledge is that of the question: a report tells one story.
  const named = momentFrom({ [since]: said }, { asOf: since, knownAt: '' }, now).asOf;
  const from = isSaid ? named : usualBegin(view.asOf);
  checkPeriod({ from, to: view.asOf }, undefined, { from: since, to: since });
  return { from: { ...view, asOf: from }, to: view };
};

export const reportView = (
  reading: Reading,
  town: Municipality,
  moments: ComparedMoments,
  asked: {
    readonly plan: PlanItem | undefined;
    readonly responsible: ResponsiblePerson | undefined;
  },
): ReportView => {
  const { models, view } = reading;
  const { plan, responsible } = asked;
  const scope = plan ? { plan: plan.id } : {};
  const tables = models.roundtables({ municipality: town.id }, view);
  return {
    ...comparisonView(reading, town, moments, scope, { plan: 'plan', field: 'field' }),
    late: lateOnes(reading, { municipality: town.id, ...scope }),
    questions: openPointsAt(tables, view.asOf).questions.filter(isToTown),
    answers: tables.flatMap(({ id, name, items }) =>
      items.flatMap(({ topic, answers }) =>
        answers
          .filter(({ on }) => on !== null && isWithin(on, moments))
          .map(({ answer, on }) => ({ topic, answer, on, table: { id, name } })),
      ),
    ),
    due: dueNext(reading, { municipality: town.id, ...scope }),
    responsible,
  };
};

const isWithin = (on: string, { from, to }: ComparedMoments): boolean =>
  lastDay(on) > from.asOf && firstDay(on) <= to.asOf;

interface Scope {
  readonly municipality: string;
  readonly plan?: string;
}

const lateOnes = ({ models, view }: Reading, scope: Scope): MeasureExportRow[] => {
  const rows: MeasureExportRow[] = [];
  const filter = { ...scope, status: ['delayed' as const], sort: 'plannedEnd' as const };
  for (const row of models.exportRows(filter, view)) {
    rows.push(row);
    if (rows.length === LATE_READ) break;
  }
  return rows;
};

const goingOn: readonly Status[] = ['in-progress', 'planned', 'adopted', 'in-consultation'];

const dueNext = ({ models, view }: Reading, scope: Scope): MeasureItem[] => {
  const filter = { ...scope, status: goingOn, sort: 'plannedEnd' as const, limit: DUE_READ };
  const until = addDays(view.asOf, DUE_DAYS);
  return models
    .measures(filter, view)
    .items.filter(({ plannedEnd }) => plannedEnd !== null && isDue(plannedEnd, view.asOf, until));
};

/** A permanent task has an end that passed long ago. */
const isDue = (plannedEnd: string, today: Day, until: Day): boolean =>
  lastDay(plannedEnd) >= today && lastDay(plannedEnd) <= until;
