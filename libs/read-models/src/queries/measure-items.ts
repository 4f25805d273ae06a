import {
  decisionStates,
  finishedLateByDays,
  implementationStates,
  isMoved,
  lateFrom,
  publicBar,
  type MeasureState,
} from '@klimaspur/domain';
import { ELSEWHERE } from '../project/codes.js';
import { stateFrom } from '../project/told-measure.js';
import type { Statements } from '../store/statements.js';
import type {
  MeasureDetail,
  MeasureItem,
  MeasureTerms,
  MeasureTexts,
  PlaceInPlan,
  View,
} from '../types.js';
import { heirsOf, measureWithHeirs } from './heirs.js';
import { shownStreams } from './lookups.js';
import { alliesNamed, withAlliesIn } from './measure-allies.js';
import { townRefs } from './municipalities.js';
import { paramsOf, seen, visible } from './scope.js';

/** A row of `shown`, with its state and its texts. */
export interface MeasureRow {
  readonly measure: number;
  readonly municipality: number;
  readonly id: string;
  readonly published: number;
  readonly status: number;
  readonly late: number;
  readonly stale: number;
  readonly decision: number;
  readonly implementation: number;
  readonly facts: string;
  readonly title: string;
  readonly sheet: string;
}

/** The columns of a MeasureRow, from `page` (rows of shown), joined with state and texts by `rowTables`. */
export const rowColumns = `page.measure, page.municipality, m.id, page.published, page.status, page.late,
  page.stale, page.decision, page.implementation, a.facts, x.title, x.sheet`;

export interface Sheet {
  readonly texts: MeasureTexts;
  readonly origin?: string;
  readonly ownProposal?: boolean;
  readonly budget?: NonNullable<MeasureDetail['budget']>;
  readonly savings?: NonNullable<MeasureDetail['savings']>;
  readonly terms?: MeasureTerms;
}

/** An item with what it was made of. */
export interface MadeItem {
  readonly row: MeasureRow;
  readonly state: MeasureState;
  readonly sheet: Sheet;
  readonly item: MeasureItem;
}

/** Rows as items, with names of towns and places in plans. */
export const itemsOf = (
  db: Statements,
  rows: readonly MeasureRow[],
  view: View,
  plan?: string,
): MadeItem[] => {
  const towns = townRefs(
    db,
    rows.map(({ municipality }) => municipality),
    view,
  );
  const places = placesOf(db, rows, view, plan);
  const states = statesSeen(db, rows, view);
  const made = rows.map((row, at): MadeItem => {
    const state = states[at]!;
    const sheet = JSON.parse(row.sheet) as Sheet;
    const municipality = towns.get(row.municipality) ?? { id: '', slug: '', name: '' };
    const place = places.get(row.measure) ?? null;
    const item = { ...itemOf(row, state, sheet, view), municipality, place };
    return { row, state, sheet, item };
  });
  const heirs = seenAmong(
    db,
    made.flatMap(({ item }) => item.heirs),
    view,
  );
  return made.map(({ item, ...from }) => ({
    ...from,
    item: { ...item, heirs: item.heirs.filter((id) => heirs.has(id)) },
  }));
};

/** As they are told: silent about organisations and round tables that the viewer may not see. */
const statesSeen = (db: Statements, rows: readonly MeasureRow[], view: View): MeasureState[] => {
  const told = rows.map(stateHere);
  if (told.every((state) => alliesNamed(state).length === 0)) return told;
  const heirs = heirsOf(db);
  const states = told.map((state) => measureWithHeirs(state, heirs));
  const named = states.flatMap(alliesNamed);
  const shown = shownStreams(db, named, view);
  return states.map((state) => withAlliesIn(state, shown));
};

/** Whoever is counted it here is told of it here. */
const stateHere = ({ facts, status }: MeasureRow): MeasureState => {
  const state = stateFrom(facts);
  return state.here !== null && status !== ELSEWHERE ? state.here : state;
};

const itemOf = (
  row: MeasureRow,
  state: MeasureState,
  sheet: Sheet,
  view: View,
): Omit<MeasureItem, 'municipality' | 'place'> => {
  const bar = publicBar(state, view.asOf);
  const late = row.late > 0 ? lateFrom(state) : null;
  return {
    id: row.id,
    title: row.title,
    teaser: sheet.texts.teaser ?? null,
    published: row.published === 1,
    status: bar.status,
    rule: bar.rule,
    because: bar.entry,
    decision: decisionStates[row.decision] ?? 'UNKNOWN',
    implementation: implementationStates[row.implementation] ?? 'UNKNOWN',
    amended: state.amended,
    inNewConsultation: state.inNewConsultation,
    heirs: state.heirs,
    delayReported: state.delay !== null,
    late: late && { which: late.which, since: late.from },
    stale: row.stale === 1,
    plannedStart: state.plannedStart?.value ?? null,
    plannedEnd: state.plannedEnd?.value ?? null,
    moved: state.moves.filter(isMoved).length,
    startedOn: onDay(state.startedOn),
    startedBy: byDay(state.startedOn),
    endedOn: onDay(state.endedOn),
    endedBy: byDay(state.endedOn),
    finishedLateDays: finishedLateByDays(state),
    percent: state.percent,
    assessment: state.assessment,
    lead: leadOf(state)?.name ?? null,
    findings: state.findings.length,
    lastNews: state.last && newsIn(state.last),
  };
};

type Dated = MeasureState['startedOn'];

export const onDay = (date: Dated) => (date?.latest ? null : (date?.value ?? null));
export const byDay = (date: Dated) => (date?.latest ? date.value : null);

const newsIn = ({ entry, type, on, recordedOn }: NonNullable<MeasureState['last']>) => ({
  ...{ entry, type, on, recordedOn },
});

/** Those of these measures that the viewer may see, on whatever day. */
const seenAmong = (db: Statements, ids: readonly string[], view: View): ReadonlySet<string> => {
  if (ids.length === 0) return new Set();
  const rows = db.all<{ id: string }>(
    `SELECT m.id FROM json_each($ids) n JOIN stream m ON m.id = n.value AND m.category = 'measure'
    WHERE ${seen('m', view.viewer)}`,
    { ...paramsOf(view), ids: JSON.stringify(ids) },
  );
  return new Set(rows.map(({ id }) => id));
};

/** Who has to see to it (Federführung). */
export const leadOf = ({ responsible }: MeasureState) =>
  responsible.find(({ responsibility }) => responsibility === 'LEAD');

const placesOf = (
  db: Statements,
  rows: readonly MeasureRow[],
  view: View,
  plan: string | undefined,
): ReadonlyMap<number, PlaceInPlan> => {
  const found = db.all<Found>(
    `${visible(view)}
    SELECT p.measure, p.plan AS planKey, l.id AS plan, p.field, p.number, p.rank
    FROM place p JOIN stream l ON l.key = p.plan
    WHERE p.measure IN (SELECT value FROM json_each($measures))
    AND ($plan IS NULL OR l.id = $plan) ORDER BY p.plan DESC`,
    {
      ...paramsOf(view),
      plan: plan ?? null,
      measures: JSON.stringify(rows.map(({ measure }) => measure)),
    },
  );
  const paths = fieldPaths(db, found, view);
  return new Map(
    found.map(({ measure, planKey, ...place }) => {
      const fieldPath = paths.get(`${planKey} ${place.field}`) ?? [];
      return [measure, { ...place, fieldName: fieldPath.at(-1) ?? null, fieldPath }];
    }),
  );
};

interface Found extends Omit<PlaceInPlan, 'fieldName' | 'fieldPath'> {
  readonly measure: number;
  readonly planKey: number;
}

/** Two moves seen out of order may leave fields within each other. */
const HIGHEST = 200;

/** The names of fields with all above them, outermost first, by plan and field. */
const fieldPaths = (
  db: Statements,
  places: readonly Found[],
  view: View,
): ReadonlyMap<string, readonly string[]> => {
  const fields = new Set(places.flatMap(({ field }) => field ?? []));
  if (fields.size === 0) return new Map();
  const [parent, name] = ['parent', 'name'].map((of) => `json_extract(f.facts, '$.${of}')`);
  const rows = db.all<{ plan: number; leaf: string; names: string }>(
    `${visible(view)},
    up (plan, leaf, parent, name, height) AS (
      SELECT f.plan, f.field, ${parent}, ${name}, 0 FROM json_each($fields) w
      JOIN field f ON f.field = w.value
      UNION ALL
      SELECT f.plan, up.leaf, ${parent}, ${name}, up.height + 1 FROM up
      JOIN field f ON f.plan = up.plan AND f.field = up.parent WHERE up.height < ${HIGHEST})
    SELECT plan, leaf, json_group_array(name ORDER BY height DESC) AS names FROM up GROUP BY plan, leaf`,
    { ...paramsOf(view), fields: JSON.stringify([...fields]) },
  );
  return new Map(rows.map(({ plan, leaf, names }) => [`${plan} ${leaf}`, JSON.parse(names)]));
};
