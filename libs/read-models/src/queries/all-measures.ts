import { dayNumber } from '@klimaspur/domain';
import { decisionCode, ELSEWHERE, implementationCode, statusCode } from '../project/codes.js';
import type { Hit, IntervalIndex } from '../store/interval-index.js';
import {
  decisionIn,
  implementationIn,
  lateIn,
  NONE,
  ownIn,
  staleIn,
  statusIn,
  unclearIn,
} from '../store/measure-pack.js';
import type { Statements } from '../store/statements.js';
import type { MeasureFilter, View } from '../types.js';
import { asksForHeirs } from './measure-filter.js';
import { holds, paramsOf, seenOf } from './scope.js';
import { LowestNumbers, MarkedKeys } from './many-keys.js';
import { isIndexed, measuresWith, textsWith, wordsOf } from './text-search.js';

/** What a list over all towns is, before its rows are read. */
export interface KeyedPage {
  /** How many of each status fit all other filters, by the status's number. */
  readonly facets: readonly number[];
  readonly keys: readonly { readonly municipality: number; readonly measure: number }[];
  readonly next: (string | number)[] | null;
}

// Above every key of a measure; sort values times this stay exact in a double.
const KEYS = 2 ** 28;

type Test = (hit: Hit) => boolean;

/** A list over all towns, from the rows in memory. Filters by plan or field belong to one town, not here. */
export const pageOfAll = (
  db: Statements,
  index: IntervalIndex,
  filter: MeasureFilter,
  { limit, offset, after }: { limit: number; offset: number; after: (string | number)[] | null },
  view: View,
): KeyedPage => {
  const fits = testOf(filter);
  const wanted = new Set(filter.status?.map((status) => statusCode.get(status)));
  const facets: number[] = [];
  const order = orderOf(filter);
  const titled = filter.sort === 'title' ? new MarkedKeys() : null;
  const lowest = new LowestNumbers(
    offset + limit,
    typeof after?.[0] === 'number' ? after[0] : undefined,
  );
  const visit = (hit: Hit) => {
    if (!fits(hit)) return;
    const status = statusIn(hit.bits);
    facets[status] = (facets[status] ?? 0) + 1;
    if (wanted.size > 0 && !wanted.has(status)) return;
    if (titled) titled.add(hit.measure);
    else lowest.add(order(hit) * KEYS + hit.measure);
  };
  index.scan(
    dayNumber(view.asOf),
    view.knownAt,
    seenOf(db, view),
    visit,
    found(db, index, filter, view),
  );
  const page = titled
    ? byTitle(db, titled, { limit, offset, after, descending: filter.descending }, view)
    : byNumber(lowest, { limit, offset });
  return {
    facets,
    next: page.next,
    keys: page.measures.map((measure) => ({
      measure,
      municipality: index.townOf(measure),
    })),
  };
};

const codesOf = <T>(words: readonly T[] | undefined, codes: ReadonlyMap<T, number>) =>
  words?.length ? new Set(words.map((word) => codes.get(word))) : null;

const testOf = (filter: MeasureFilter): Test => {
  const decisions = codesOf(filter.decision, decisionCode);
  const implementations = codesOf(filter.implementation, implementationCode);
  const tests: Test[] = [];
  const flag = (wanted: boolean | undefined, read: (bits: number) => number) => {
    if (wanted !== undefined) tests.push(({ bits }) => read(bits) > 0 === wanted);
  };
  if (!asksForHeirs(filter)) tests.push(({ bits }) => statusIn(bits) !== ELSEWHERE);
  if (decisions) tests.push(({ bits }) => decisions.has(decisionIn(bits)));
  if (implementations) tests.push(({ bits }) => implementations.has(implementationIn(bits)));
  flag(filter.late, lateIn);
  flag(filter.stale, staleIn);
  flag(filter.toBeClarified, unclearIn);
  flag(filter.ownProjects, ownIn);
  return (hit) => tests.every((test) => test(hit));
};

/** The measures whose text of the day holds the words asked for; undefined: none were asked for. */
const found = (
  db: Statements,
  { texts }: IntervalIndex,
  { q }: MeasureFilter,
  view: View,
): readonly number[] | undefined => {
  const words = wordsOf(q ?? '');
  if (words.length === 0) return undefined;
  const { asOf, knownAt } = view;
  if (!isIndexed(words)) {
    const asked = JSON.stringify([words, asOf, knownAt]);
    return texts.found(asked, () => measuresWith(db, words, view));
  }
  const rows = texts.found(JSON.stringify(words), () => textsWith(db, words));
  return texts.measuresOn(rows, dayNumber(asOf), knownAt);
};

const orderOf = ({ sort, descending }: MeasureFilter): ((hit: Hit) => number) => {
  const direction = descending ? -1 : 1;
  switch (sort) {
    case 'status':
      return ({ bits }) => direction * statusIn(bits);
    case 'lastNews':
      // Newest first, unless asked otherwise; measures without news come last.
      return descending === false
        ? ({ lastNews }) => (lastNews === NONE ? 1e7 : lastNews)
        : ({ lastNews }) => (lastNews === NONE ? 1e7 : -lastNews);
    case 'plannedEnd':
      return ({ plannedEnd }) => (plannedEnd === NONE ? 1e7 : direction * plannedEnd);
    default:
      return ({ municipality }) => municipality;
  }
};

interface Slice {
  readonly limit: number;
  readonly offset: number;
  readonly after: (string | number)[] | null;
}
interface Sliced {
  readonly measures: readonly number[];
  readonly next: (string | number)[] | null;
}

const byNumber = (lowest: LowestNumbers, { limit, offset }: Omit<Slice, 'after'>): Sliced => {
  const slice = lowest.inOrder().slice(offset, offset + limit);
  return {
    measures: slice.map((key) => ((key % KEYS) + KEYS) % KEYS),
    next: lowest.seen > offset + limit ? [slice.at(-1) as number] : null,
  };
};

/** Walks along all titles in order and takes those that fit, until the page is full. */
const byTitle = (
  db: Statements,
  fitting: MarkedKeys,
  { limit, offset, after, descending }: Slice & { readonly descending: boolean | undefined },
  view: View,
): Sliced => {
  const measures: number[] = [];
  let last: (string | number)[] = [];
  let skip = offset;
  const few = fitting.size <= 2000;
  const [compare, direction] = descending ? ['<', 'DESC'] : ['>', 'ASC'];
  const rows = db.prepare(
    `SELECT t.title_key AS title, t.measure FROM measure_text t WHERE ${holds('t', view)}
    ${few ? 'AND t.measure IN (SELECT value FROM json_each($keys))' : ''}
    ${after ? `AND (t.title_key, t.measure) ${compare} ($title, $measure)` : ''}
    ORDER BY t.title_key ${direction}, t.measure ${direction}`,
  );
  const params = {
    ...paramsOf(view),
    keys: few ? JSON.stringify(fitting.keys) : null,
    title: after?.[0] ?? null,
    measure: after?.[1] ?? null,
  };
  const walk = rows.iterate(params) as Iterable<unknown> as Iterable<{
    title: string;
    measure: number;
  }>;
  for (const { title, measure } of walk) {
    if (!fitting.has(measure)) continue;
    if (skip > 0) {
      skip--;
      continue;
    }
    if (measures.length === limit) return { measures, next: last };
    measures.push(measure);
    last = [title, measure];
  }
  return { measures, next: null };
};
