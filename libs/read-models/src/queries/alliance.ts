import { supportOf as supportIn, isOwnProject } from '@klimaspur/domain';
import type { Statements } from '../store/statements.js';
import type {
  LedMeasure,
  MeasureSupport,
  OwnProject,
  ProposalOutcome,
  Proposals,
  RoundtableDetail,
  SupportedMeasure,
  TableOfMeasure,
  View,
} from '../types.js';
import { heirsOf, withMerged } from './heirs.js';
import { itemsOf, rowColumns, type MadeItem, type MeasureRow } from './measure-items.js';
import { actor, actorsThat, roundtables, roundtablesThat } from './roundtables.js';
import { holds, paramsOf, townKey, visible, type Params } from './scope.js';

/** Measures that fit, as the viewer may know them, by title. `condition`: on `m`, their row in `stream`, and `a`, their state. */
export const measuresThat = (
  db: Statements,
  condition: string,
  params: Params,
  view: View,
): MadeItem[] => {
  const rows = db.all<MeasureRow>(
    `${visible(view)}
    SELECT ${rowColumns} FROM stream m
    JOIN shown page ON page.municipality = m.municipality AND page.measure = m.key
    JOIN measure_state a ON a.measure = page.measure AND a.state = page.state
    JOIN measure_text x ON x.measure = page.measure AND ${holds('x', view)}
    WHERE m.category = 'measure' AND ${condition} ORDER BY x.title_key, page.measure`,
    { ...paramsOf(view), ...params },
  );
  return rows.length === 0 ? [] : itemsOf(db, rows, view);
};

/** Ids are looked for in the stored states first, and read out of those that hold them. */
const inTownOfActor = `m.municipality = (
  SELECT municipality FROM stream WHERE id = $actor AND category = 'actor')`;

/** It names the organisation, or one that was merged into it. */
const namesOne = 'EXISTS (SELECT 1 FROM json_each($ids) WHERE instr(a.facts, value) > 0)';
const askedFor = (db: Statements, id: string) => ({
  actor: id,
  ...idsIn(withMerged(id, heirsOf(db))),
});

const idsIn = (ids: readonly string[]) => ({ ids: JSON.stringify(ids) });
const among = `IN (SELECT value FROM json_each($ids))`;

/** Who promised to bring in what for a measure. */
export const supportOf = (db: Statements, measure: string, view: View): MeasureSupport[] => {
  const [made] = measuresThat(db, 'm.id = $measure', { measure }, view);
  const support = made ? supportIn(made.state) : [];
  if (support.length === 0) return [];
  const ids = idsIn(support.map((it) => it.actor));
  const names = new Map(
    actorsThat(db, `s.id ${among}`, ids, view).map(({ id, name, kind }) => [id, { name, kind }]),
  );
  return support.map(({ actor: id, ...pledge }) => ({
    ...pledge,
    actor: { id, name: names.get(id)?.name ?? '', kind: names.get(id)?.kind ?? 'OTHER' },
  }));
};

/** What an organisation promised to bring in, by measure. */
export const supportBy = (db: Statements, id: string, view: View): SupportedMeasure[] =>
  measuresThat(db, `${inTownOfActor} AND ${namesOne}`, askedFor(db, id), view).flatMap(
    ({ item, state }) =>
      supportIn(state)
        .filter((support) => support.actor === id)
        .map(({ actor: _actor, ...support }) => ({ ...support, measure: item })),
  );

/** The measures for which an organisation, or the body that it is, has to see to it or helps. */
export const ledBy = (db: Statements, id: string, view: View): LedMeasure[] => {
  const found = actor(db, id, view);
  if (!found) return [];
  const { organ } = found;
  return measuresThat(
    db,
    `${inTownOfActor}
      AND (${namesOne} OR ($organ IS NOT NULL AND instr(a.facts, $organ) > 0))`,
    { ...askedFor(db, id), organ },
    view,
  ).flatMap(({ item, state }) =>
    state.responsible
      .filter((body) => body.actor === id || (organ !== null && body.organ === organ))
      .map(({ entry, responsibility }) => ({ measure: item, entry, responsibility })),
  );
};

/** Projects of allies that need no vote, by title. */
export const ownProjects = (db: Statements, municipality: string, view: View): OwnProject[] =>
  measuresThat(
    db,
    `m.municipality = ${townKey('$town')} AND instr(a.facts, '"noDecisionReason":"CIVIL_SOCIETY"') > 0`,
    { town: municipality },
    view,
  )
    .filter(({ state }) => isOwnProject(state))
    .map(({ item, state }) => ({ measure: item, actor: state.allies.project }));

/** Which round tables proposed a measure or talked about it, and at which meeting. */
export const tablesOf = (db: Statements, measure: string, view: View): TableOfMeasure[] => {
  const [made] = measuresThat(db, 'm.id = $measure', { measure }, view);
  const named = made?.state.allies.tables ?? [];
  if (named.length === 0) return [];
  const ids = idsIn(named.map(({ roundtable }) => roundtable));
  const tables = new Map(
    roundtablesThat(db, `s.id ${among}`, ids, view).map((table) => [table.id, table]),
  );
  return named.flatMap(({ roundtable, ...said }) => {
    const table = tables.get(roundtable);
    if (!table) return [];
    const at = concludedAt(table, said.source);
    return [{ ...said, roundtable: { id: table.id, name: table.name }, ...at }];
  });
};

const concludedAt = ({ items }: RoundtableDetail, source: string | null) => {
  const item = items.find(({ conclusions }) => conclusions.some(({ entry }) => entry === source));
  const meeting = item?.conclusions.find(({ entry }) => entry === source)?.meeting ?? null;
  return { item: item?.item ?? null, meeting };
};

/** „Was daraus wurde“: what was proposed at the round tables of a town, in order, and how its measures stand. */
export const proposalsOf = (
  db: Statements,
  { municipality, roundtable }: { readonly municipality: string; readonly roundtable?: string },
  view: View,
): Proposals => {
  const tables = roundtables(db, municipality, view);
  const proposals = tables
    .filter(({ id }) => roundtable === undefined || id === roundtable)
    .flatMap(proposalsAt);
  const ids = idsIn(proposals.flatMap(({ measures }) => measures));
  const made = new Map(
    measuresThat(db, `m.id ${among}`, ids, view).map((one) => [one.item.id, one]),
  );
  const outcomes = proposals.flatMap(({ measures, ...proposal }): ProposalOutcome[] => {
    const shown = measures.flatMap((id) => made.get(id) ?? []);
    return shown.length === 0
      ? [{ ...proposal, measure: null }]
      : shown.map((one) => ({ ...proposal, measure: outcomeOf(one) }));
  });
  return { tables, outcomes: outcomes.sort(byDay) };
};

const proposalsAt = ({ id, name, meetings, items }: RoundtableDetail) =>
  items
    .filter(({ kind, takenUp }) => kind === 'PROPOSAL' || takenUp.length > 0)
    .map((item) => {
      const meeting = item.conclusions[0]?.meeting ?? item.meeting;
      const held = meetings.find((other) => other.meeting === meeting);
      return {
        roundtable: { id, name },
        item,
        meeting,
        on: item.conclusions[0]?.on ?? held?.held?.on ?? held?.on ?? null,
        measures: [
          ...new Set([item.measure ?? [], item.takenUp.map(({ measure }) => measure)].flat(2)),
        ],
      };
    });

const outcomeOf = ({ item, state }: MadeItem): NonNullable<ProposalOutcome['measure']> => {
  const { decision, implementation, startedOn, endedOn } = state;
  return { item, decision, implementation, startedOn, endedOn };
};

const byDay = ({ on: a }: ProposalOutcome, { on: b }: ProposalOutcome): number =>
  a === b ? 0 : (a ?? '9999') < (b ?? '9999') ? -1 : 1;
