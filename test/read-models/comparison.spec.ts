import fc from 'fast-check';
import { type Status, statuses } from '@klimaspur/domain';
import type { ComparedMeasure, ReadModels } from '@klimaspur/read-models';
import { projected } from './projected.js';
import {
  aQuestionedHistory,
  fields,
  measures,
  plan,
  type Question,
  town,
} from './random-history.js';
import { type Raw, recount, type Recounted } from './recount.js';

const viewer = { drafts: 'all' } as const;
const runs = { numRuns: Number(process.env['FAST_CHECK_RUNS'] ?? 25) };

type Pair = readonly [Question, Question];

/** Two and two of the questions, the earlier day first; what was known may be the other way round. */
const pairsOf = (questions: readonly Question[]): Pair[] =>
  questions.flatMap((one, n): Pair[] => {
    const other = questions[n + 1];
    if (n % 2 === 1 || !other) return [];
    return [one.asOf <= other.asOf ? [one, other] : [other, one]];
  });

const momentsOf = ([from, to]: Pair) => ({ from: { ...from, viewer }, to: { ...to, viewer } });

/** Null also where it is a project of allies: those are counted apart. */
const at = (history: readonly Raw[], id: string, { asOf, knownAt }: Question) => {
  const one = recount(history, `measure-${id}`, asOf, knownAt ?? Infinity);
  return one?.own ? null : one;
};

const adopted: Readonly<Record<string, number>> = {
  ADOPTED_IN_PRINCIPLE: 1,
  ADOPTED: 2,
};
const unwanted = ['REJECTED', 'WITHDRAWN', 'LAPSED', 'REVOKED'];
const running = ['IN_PROGRESS', 'ONGOING', 'PAUSED'];
const givenUp = ['ABANDONED', 'NOT_FEASIBLE'];

/** What a page has to tell of a measure, read off the two lists, where it is there on both days. */
const expectedKinds = (was: Recounted, is: Recounted): string[] => {
  const kinds: string[] = [];
  const [b, c] = [is.decision, is.implementation];
  if (unwanted.includes(b) && !unwanted.includes(was.decision)) kinds.push('rejected');
  if ((adopted[b] ?? 0) > (adopted[was.decision] ?? 0)) kinds.push('decided');
  if (c === 'COMPLETED' && was.implementation !== 'COMPLETED') kinds.push('finished');
  if (givenUp.includes(c) && !givenUp.includes(was.implementation)) kinds.push('abandoned');
  if (c === 'PAUSED' && was.implementation !== 'PAUSED') kinds.push('paused');
  if (['IN_PROGRESS', 'ONGOING'].includes(c) && !running.includes(was.implementation)) {
    kinds.push('begun');
  }
  const over = ['completed', 'failed', 'rejected'];
  if (was.status === 'delayed' && is.status !== 'delayed' && !over.includes(is.status)) {
    kinds.push('recovered');
  }
  if (was.rating !== is.rating) kinds.push('assessed');
  if (was.ends.at(-1) !== is.ends.at(-1)) kinds.push('rescheduled end');
  return kinds.sort();
};

const told = new Set(['rejected', 'decided', 'finished', 'abandoned', 'paused', 'begun']);
const kindsIn = ({ changes }: ComparedMeasure): string[] =>
  changes
    .map(({ kind, which }) => (kind === 'rescheduled' ? `${kind} ${which}` : kind))
    .filter((kind) => told.has(kind) || /^(recovered|assessed|rescheduled end)$/.test(kind))
    .sort();

const axesOf = (one: Recounted | null) =>
  one && { status: one.status, decision: one.decision, implementation: one.implementation };

const isOther = (was: Recounted | null, is: Recounted | null): boolean =>
  JSON.stringify([axesOf(was), was?.rating, was?.ends.at(-1)]) !==
  JSON.stringify([axesOf(is), is?.rating, is?.ends.at(-1)]);

/** Those of which nothing but a note of our own keeping is told. */
const isNote = ({ changes }: ComparedMeasure): boolean => changes.length === 0;

const check = (models: ReadModels, history: readonly Raw[], pair: Pair): void => {
  const { before, after, items } = models.comparison(town, {}, momentsOf(pair));
  const found = new Map(items.map((item) => [item.id, item]));
  expect(found.size).toBe(items.length);
  for (const id of measures) {
    const [was, is] = [at(history, id, pair[0]), at(history, id, pair[1])];
    const item = found.get(id);
    if (!item || isNote(item)) {
      expect([id, isOther(was, is)]).toEqual([id, false]);
      continue;
    }
    expect([counted(item.before), counted(item.after)]).toEqual([axesOf(was), axesOf(is)]);
    if (was && is) expect(kindsIn(item)).toEqual(expectedKinds(was, is));
    else expect(item.changes.map(({ kind }) => kind)).toEqual([was ? 'removed' : 'added']);
    const turned = item.before?.status !== item.after?.status;
    const why = item.changes.filter(({ kind }) => kind !== 'rescheduled' && kind !== 'assessed');
    if (turned) expect(why.length).toBeGreaterThan(0);
  }
  for (const status of statuses) {
    const gained = items.filter((item) => item.after?.status === status).length;
    const lost = items.filter((item) => item.before?.status === status).length;
    expect(count(after, status) - count(before, status)).toBe(gained - lost);
  }
};

/** What is counted elsewhere, at its heirs, is not here for who counts. */
const counted = (one: ComparedMeasure['before']) => (one?.status ? pick(one) : null);

const pick = ({ status, decision, implementation }: NonNullable<ComparedMeasure['after']>) => ({
  status,
  decision,
  implementation,
});

const count = (
  { counts }: { readonly counts: { readonly byStatus: Readonly<Record<Status, number>> } },
  status: Status,
): number => counts.byStatus[status];

describe('between any two moments of any history', () => {
  it('the comparison tells the difference of the two lists, and nothing twice', async () => {
    await fc.assert(
      fc.asyncProperty(aQuestionedHistory, async ({ history, questions }) => {
        await projected(history, 1000, (models) => {
          for (const pair of pairsOf(questions)) check(models, history, pair);
        });
      }),
      runs,
    );
  });

  it('its counts are those of the pages of the two days, of the town, a plan and a field', async () => {
    await fc.assert(
      fc.asyncProperty(aQuestionedHistory, async ({ history, questions }) => {
        await projected(history, 1000, (models) => {
          for (const pair of pairsOf(questions)) {
            const { from, to } = momentsOf(pair);
            for (const scope of [{}, { plan }, { plan, field: fields[0]! }]) {
              const { before, after } = models.comparison(town, scope, { from, to });
              expect(before.counts).toEqual(models.progress(town, scope, from).counts);
              expect(after.counts).toEqual(models.progress(town, scope, to).counts);
            }
          }
        });
      }),
      { numRuns: Math.ceil(runs.numRuns / 4) },
    );
  });

  it('nothing differs from itself', async () => {
    await fc.assert(
      fc.asyncProperty(aQuestionedHistory, async ({ history, questions }) => {
        await projected(history, 1000, (models) => {
          for (const one of questions) {
            expect(models.comparison(town, {}, momentsOf([one, one])).items).toEqual([]);
          }
        });
      }),
      { numRuns: Math.ceil(runs.numRuns / 4) },
    );
  });
});
