import { dayNumber } from '@klimaspur/domain';
import { newsOf } from '../project/days.js';
import type { MunicipalityFacts } from '../project/municipality-state.js';
import { folded } from '../store/folded-text.js';
import type { IntervalIndex } from '../store/interval-index.js';
import { NONE } from '../store/measure-pack.js';
import type { Statements } from '../store/statements.js';
import type {
  FoundMunicipality,
  Municipality,
  MunicipalityFilter,
  MunicipalityItem,
  MunicipalityRef,
  Page,
  TownSign,
  View,
} from '../types.js';
import { countableOf, Tallies } from './counts.js';
import { arrivalsOf } from './moves.js';
import { organsOf } from './organs.js';
import { plansOf } from './plans.js';
import { holds, paramsOf, seenOf, townKey, townSeen, visible } from './scope.js';

interface TownRow {
  readonly key: number;
  readonly id: string;
  readonly published: number;
  readonly revision: number;
  readonly facts: string;
  readonly slug: string;
}

interface CountRow {
  readonly municipality: number;
  readonly status: number;
  readonly n: number;
  readonly late: number;
  readonly stale: number;
  readonly unclear: number;
  readonly own: number;
  readonly last_news: number | null;
}

const townRows = (view: View, condition: string): string => `
  SELECT s.key, s.id, s.published, s.revision, m.facts, g.slug
  FROM municipality_interval m
  JOIN stream s ON s.key = m.municipality
  JOIN slug g ON g.municipality = s.key AND g.current = 1
  WHERE ${townSeen('m.municipality', view.viewer)} AND ${holds('m', view)} AND ${condition}
  ORDER BY m.name_key, s.key`;

const countRows = (view: View, condition: string): string => `${visible(view)}
  SELECT municipality, status, own, count(*) AS n, sum(late > 0) AS late, sum(stale) AS stale,
    sum(unclear) AS unclear, max(last_news) AS last_news
  FROM shown WHERE ${condition} GROUP BY municipality, status, own`;

/** Towns by name, each with how its measures stand. */
export const municipalities = (
  db: Statements,
  index: IntervalIndex,
  { q, state, limit, cursor }: MunicipalityFilter,
  view: View,
): Page<MunicipalityItem> => {
  const params = { ...paramsOf(view), q: folded(q ?? '').trim(), state: state ?? null };
  const rows = db.all<TownRow>(
    townRows(
      view,
      `instr(m.name_key, $q) > 0 AND ($state IS NULL OR json_extract(m.facts, '$.state') = $state)`,
    ),
    params,
  );
  const begin = cursor === undefined ? 0 : Number.parseInt(cursor, 36) || 0;
  const end = limit === undefined ? rows.length : begin + limit;
  const counts = countAll(db, index, view);
  return {
    items: rows.slice(begin, end).map((row) => item(row, counts.get(row.key))),
    total: rows.length,
    next: end < rows.length ? end.toString(36) : null,
  };
};

/** A town by id, slug, or a slug it once had; undefined: there is none that the viewer may see. */
export const municipality = (
  db: Statements,
  idOrSlug: string,
  view: View,
): FoundMunicipality | undefined => {
  const params = { ...paramsOf(view), town: idOrSlug };
  const [row] = db.all<TownRow>(townRows(view, `m.municipality = ${townKey('$town')}`), params);
  if (!row) return undefined;
  const counts = talliesOf(
    db.all<CountRow>(countRows(view, 'municipality = $key'), { ...params, key: row.key }),
  );
  const {
    name: _name,
    ags: _ags,
    state: _state,
    population: _population,
    teaser: _teaser,
    ...more
  } = JSON.parse(row.facts) as MunicipalityFacts;
  const found: Municipality = {
    ...item(row, counts.get(row.key)),
    ...more,
    revision: row.revision,
    plans: plansOf(db, row.key, view),
    organs: organsOf(db, row.key, view),
    arrivals: arrivalsOf(db, row.key, view),
  };
  return {
    municipality: found,
    movedFrom: idOrSlug === row.id || idOrSlug === row.slug ? null : idOrSlug,
  };
};

/** The little of a town that stands on each of its pages. */
export const townSign = (db: Statements, idOrSlug: string, view: View): TownSign | undefined => {
  const [row] = db.all<TownRow>(townRows(view, `m.municipality = ${townKey('$town')}`), {
    ...paramsOf(view),
    town: idOrSlug,
  });
  if (!row) return undefined;
  const { name, ags, observers } = JSON.parse(row.facts) as MunicipalityFacts;
  return { id: row.id, slug: row.slug, name, ags, relation: observers?.relation ?? null };
};

/** Names of towns for lists, by their keys. */
export const townRefs = (
  db: Statements,
  keys: readonly number[],
  view: View,
): ReadonlyMap<number, MunicipalityRef> => {
  const rows = db.all<TownRow>(
    townRows(view, 'm.municipality IN (SELECT value FROM json_each($keys))'),
    { ...paramsOf(view), keys: JSON.stringify([...new Set(keys)]) },
  );
  return new Map(
    rows.map(({ key, id, slug, facts }) => {
      const { name } = JSON.parse(facts) as MunicipalityFacts;
      return [key, { id, slug, name }];
    }),
  );
};

const item = (
  { id, slug, published, facts }: TownRow,
  counted: Counted | undefined,
): MunicipalityItem => {
  const { name, ags, state, population, teaser, target } = JSON.parse(facts) as MunicipalityFacts;
  return {
    ...{ id, slug, name, ags, state, population, teaser },
    published: published === 1,
    targetYear: target?.year ?? null,
    ...countsIn(counted?.tallies ?? new Tallies()),
    ...newsIn(counted),
  };
};

const countsIn = ({ counts, ownProjects }: Tallies) => ({ counts, ownProjects });

const newsIn = (
  counted: Counted | undefined,
): Pick<MunicipalityItem, 'lastNewsOn' | 'lastNewsRecordedOn'> => {
  if (!counted || counted.latest === NONE) return { lastNewsOn: null, lastNewsRecordedOn: null };
  const { on, since } = newsOf(counted.latest);
  return { lastNewsOn: on, lastNewsRecordedOn: on === null ? since : null };
};

interface Counted {
  readonly tallies: Tallies;
  /** A `newsNumber`, or NONE. */
  latest: number;
}

const countAll = (
  db: Statements,
  index: IntervalIndex,
  view: View,
): ReadonlyMap<number, Counted> => {
  const found = new Map<number, Counted>();
  index.scan(dayNumber(view.asOf), view.knownAt, seenOf(db, view), (hit) => {
    let counted = found.get(hit.municipality);
    if (!counted) {
      counted = { tallies: new Tallies(), latest: NONE };
      found.set(hit.municipality, counted);
    }
    counted.tallies.add(countableOf(hit));
    counted.latest = Math.max(counted.latest, hit.lastNews);
  });
  return found;
};

const talliesOf = (rows: readonly CountRow[]): ReadonlyMap<number, Counted> => {
  const found = new Map<number, Counted>();
  for (const row of rows) {
    const counted = found.get(row.municipality) ?? { tallies: new Tallies(), latest: NONE };
    found.set(row.municipality, counted);
    counted.tallies.add(row, row.n);
    counted.latest = Math.max(counted.latest, row.last_news ?? NONE);
  }
  return found;
};
