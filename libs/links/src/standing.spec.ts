import fc from 'fast-check';
import { afterCheck, type Standing, unreachableSince } from './standing.js';
import { gone, reachable, unclear, type Verdict } from './verdict.js';

const DAY = 86_400_000;
const noon = Date.parse('2024-06-03T10:00:00Z');
const missing = gone('not-found');

type Checks = readonly (readonly [day: number, verdict: Verdict])[];

/** The standing after these checks, each so many days after the first. */
const after = (...checks: Checks): Standing =>
  checks.reduce<Standing | undefined>(
    (before, [day, verdict]) => afterCheck(before, verdict, noon + day * DAY),
    undefined,
  )!;
const since = (...checks: Checks) => unreachableSince(after(...checks));

describe('a link is called unreachable', () => {
  it('after three failed checks on different days, since the first of them', () => {
    expect(since([0, missing])).toBeUndefined();
    expect(since([0, missing], [1, missing])).toBeUndefined();
    expect(since([0, missing], [1, missing], [4, missing])).toBe('2024-06-03');
    expect(since([0, missing], [1, missing], [4, missing], [11, missing])).toBe('2024-06-03');
  });

  it('not after many on one day, as people in Germany count days', () => {
    expect(since([0, missing], [0.1, missing], [0.2, missing], [0.3, missing])).toBeUndefined();
    const [evening, night, later] = [11.9 / 24, 12.1 / 24, 1.6];
    expect(since([0, missing], [evening, missing], [night, missing])).toBeUndefined();
    expect(since([0, missing], [night, missing], [later, missing])).toBe('2024-06-03');
  });

  it('no longer once it was reached; then it begins anew', () => {
    const failed = [0, 1, 4].map((day): [number, Verdict] => [day, missing]);
    expect(since(...failed, [5, reachable])).toBeUndefined();
    expect(since(...failed, [5, reachable], [6, missing], [7, missing])).toBeUndefined();
    const again = [6, 7, 10].map((day): [number, Verdict] => [day, missing]);
    expect(since(...failed, [5, reachable], ...again)).toBe('2024-06-09');
  });

  it('neither sooner nor later for checks that say nothing', () => {
    expect(since([0, unclear], [1, unclear], [2, unclear], [3, unclear])).toBeUndefined();
    expect(since([0, missing], [1, unclear], [2, missing], [3, missing])).toBe('2024-06-03');
    expect(since([0, missing], [1, missing], [4, missing], [5, unclear])).toBe('2024-06-03');
  });
});

describe('a link is asked again', () => {
  const daysUntilDue = (standing: Standing) => (standing.dueAt - standing.checkedAt) / DAY;

  it('thirty days after it was reached', () => {
    expect(daysUntilDue(after([0, reachable]))).toBe(30);
    expect(daysUntilDue(after([0, missing], [1, missing], [4, missing], [11, reachable]))).toBe(30);
  });

  it('one, three and seven days after it failed', () => {
    const failed = [0, 1, 4, 11, 18].map((day): [number, Verdict] => [day, missing]);
    const days = failed.map((_check, index) => daysUntilDue(after(...failed.slice(0, index + 1))));
    expect(days).toEqual([1, 3, 7, 7, 7]);
  });

  it('a week after a check that said nothing, later where its host wants that, a month later at most', () => {
    expect(daysUntilDue(after([0, unclear]))).toBe(7);
    expect(daysUntilDue(after([0, { kind: 'unclear', waitSeconds: 60 }]))).toBe(7);
    expect(daysUntilDue(after([0, { kind: 'unclear', waitSeconds: 10 * 86_400 }]))).toBe(10);
    expect(daysUntilDue(after([0, { kind: 'unclear', waitSeconds: 1e9 }]))).toBe(30);
  });
});

it('never calls a link unreachable that failed on fewer than three days since it was last reached', () => {
  const verdict = fc.constantFrom(missing, reachable, unclear, gone('no-such-name'));
  const checks = fc.array(fc.tuple(fc.integer({ min: 1, max: 36 }), verdict), { maxLength: 30 });
  fc.assert(
    fc.property(checks, (each) => {
      let [standing, now]: [Standing | undefined, number] = [undefined, noon];
      let days: string[] = [];
      for (const [hours, said] of each) {
        now += hours * 3_600_000;
        standing = afterCheck(standing, said, now);
        const day = new Date(now).toLocaleDateString('sv', { timeZone: 'Europe/Berlin' });
        if (said.kind === 'reachable') days = [];
        if (said.kind === 'gone' && !days.includes(day)) days.push(day);
        expect(unreachableSince(standing)).toBe(days.length >= 3 ? days[0] : undefined);
      }
    }),
  );
});
