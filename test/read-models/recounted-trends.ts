import type { Recounted } from './recount.js';

const decidedWords = ['ADOPTED', 'ADOPTED_IN_PRINCIPLE', 'NO_DECISION_NEEDED'];
/** Ratings by which somebody says that they give none. */
const withheld = ['TRAFFIC_LIGHT LIGHT_GREY', 'LOCALZERO UNKNOWN'];
const begunWords = ['IN_PROGRESS', 'ONGOING', 'PAUSED', 'COMPLETED'];

/** The first and the last day that a date may mean. */
const spanOf = (date: string): [number, number] => {
  const first = new Date(`${`${date}-01-01`.slice(0, 10)}T00:00:00Z`);
  const last = new Date(first);
  if (date.length === 4) last.setUTCFullYear(last.getUTCFullYear() + 1);
  if (date.length === 7) last.setUTCMonth(last.getUTCMonth() + 1);
  if (date.length < 10) last.setUTCDate(last.getUTCDate() - 1);
  return [first.getTime(), last.getTime()];
};

/** Whether the second date only says the first more exactly. */
const isMoreExact = (before: string, after: string): boolean => {
  const [a, b] = [spanOf(before), spanOf(after)];
  return b[0] >= a[0] && b[1] <= a[1];
};

/** What the charts say of these measures: counted once more, sharing no code with the product. */
export const trendsOf = (measures: readonly (Recounted & { readonly id: string })[]) => {
  const decided = measures.filter(({ decision }) => decidedWords.includes(decision));
  const inWork = ({ implementation }: Recounted) => begunWords.includes(implementation);
  const begun = decided.filter(inWork);
  const given: Record<string, number> = {};
  for (const { rating } of measures) if (rating) given[rating] = (given[rating] ?? 0) + 1;
  const planned = measures.flatMap(({ id, ends }) => {
    const [first, now] = [ends[0], ends.at(-1)];
    if (first === undefined || now === undefined) return [];
    const times = ends.filter((end, n) => n > 0 && !isMoreExact(ends[n - 1]!, end)).length;
    const days = isMoreExact(first, now) ? 0 : (spanOf(now)[1] - spanOf(first)[1]) / 86_400_000;
    return [{ id, first, now, times, days }];
  });
  const items = planned.filter(({ times }) => times > 0);
  const between = (from: number, to: number) =>
    planned.filter(({ days }) => days >= from && days <= to).length;
  return {
    stages: {
      total: measures.length,
      decided: decided.length,
      begun: begun.length,
      finished: begun.filter(({ implementation }) => implementation === 'COMPLETED').length,
      givenUp: decided.filter(({ implementation: c }) => c === 'ABANDONED' || c === 'NOT_FEASIBLE')
        .length,
      begunUndecided: measures.filter(inWork).length - begun.length,
      decisionUnknown: measures.filter(({ decision }) => decision === 'UNKNOWN').length,
    },
    ratings: {
      total: measures.length,
      assessed: measures.filter(({ rating }) => rating && !withheld.includes(rating)).length,
      notAssessed: measures.filter(({ rating }) => rating && withheld.includes(rating)).length,
      given,
    },
    moved: {
      planned: planned.length,
      moves: planned.reduce((sum, { times }) => sum + times, 0),
      items: items.sort((a, b) => b.days - a.days || b.times - a.times || (a.id < b.id ? -1 : 1)),
      shifts: [
        between(-Infinity, -1),
        between(0, 0),
        between(1, 92),
        between(93, 366),
        between(367, 731),
        between(732, Infinity),
      ],
    },
  };
};
