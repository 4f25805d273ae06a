import fc from 'fast-check';
import { DomainError } from '../shared/domain-error.js';
import { decide, type ReferenceFacts } from '../decide.js';
import { measureState } from '../measure/measure.fold.js';
import { publicBar } from '../measure/public-bar.js';
import { policyFor, policyWrites, streamsTouchedBy } from '../policy.js';
import { anId, recorded, scenario, stream, told, town, type Told } from '../testing/scenario.js';
import { timeline, type Past } from '../timeline.js';
import { planPolicy } from './plan.policy.js';
import { planState } from './plan.state.js';

const now = '2024-06-15T12:00:00.000Z';
const planId = anId(9);
const [a, b, c, d] = [101, 102, 103, 104].map(anId) as [string, string, string, string];
const references = new Map<string, ReferenceFacts>(
  [a, b, c, d].map((id) => [id, { category: 'measure', municipality: town }]),
);
const plan = scenario('plan', now, references);
const drafted = told(
  'PlanDrafted',
  { municipality: town, kind: 'CLIMATE_PROTECTION', text: { title: 'Climate plan' } },
  null,
);
const merged = (measures: readonly string[], into: string, on = '2024-03-01') =>
  told('PlanMeasuresMerged', { measures, into }, on);
const split = (measure: string, into: readonly string[]) =>
  told('PlanMeasureSplit', { measure, into }, '2024-03-01');
const superseded = (measure: string, by: string) =>
  told('PlanMeasureSuperseded', { measure, by }, '2024-03-01');
const voids = (entry: string) =>
  told('EntryVoided', { entry, text: { reason: 'by mistake' } }, null, now);

describe('measures of a plan', () => {
  it('go on in another one, and never in themselves', () => {
    const own = { measures: [a, b], into: b };
    plan.given(drafted).when('PlanMeasuresMerged', own).thenRefused('plan/own-heir', 'into');
    plan
      .given(drafted)
      .when('PlanMeasureSplit', { measure: a, into: [a, b] })
      .thenRefused('plan/own-heir', 'into');
    plan
      .given(drafted, superseded(a, b), split(b, [c, d]))
      .when('PlanMeasureSuperseded', { measure: d, by: a })
      .thenRefused('plan/own-heir', 'by');
  });

  it('are named, and each of them once', () => {
    const merge = (data: Told['data']) => plan.given(drafted).when('PlanMeasuresMerged', data);
    merge({ measures: [], into: b }).thenRefused('field/missing', 'measures');
    merge({ measures: [a, a], into: b }).thenRefused('plan/named-twice', 'measures');
    merge({ measures: [a, anId(999)], into: b }).thenRefused('reference/unknown', 'measures[1]');
  });

  it('cannot come to go on in themselves by a correction, or by voiding one', () => {
    const first = anId(1001);
    const corrected = (by: string) => ({
      entry: first,
      replacement: { measure: a, by },
      text: { reason: 'mixed up' },
    });
    plan
      .given(drafted, superseded(a, c), superseded(b, a))
      .when('EntryCorrected', corrected(b), '2024-03-01')
      .thenRefused('plan/own-heir', 'replacement.by');
    plan
      .given(
        drafted,
        superseded(a, b),
        told('EntryCorrected', corrected(c), '2024-03-01'),
        superseded(b, a),
      )
      .when('EntryVoided', { entry: anId(1002), text: { reason: 'was right' } })
      .thenRefused('plan/own-heir', 'entry');
  });

  it('leave the plan only where they stood in it', () => {
    const placed = told('PlanMeasurePlaced', { measure: a, rank: 1 }, '2024-01-01');
    const gone = { measure: a };
    plan
      .given(drafted, placed)
      .when('PlanMeasureRemoved', gone, '2024-05-01')
      .then({ type: 'PlanMeasureRemoved', data: gone, occurredOn: '2024-05-01' });
    plan
      .given(drafted)
      .when('PlanMeasureRemoved', gone)
      .thenRefused('plan/measure-not-placed', 'measure');
    const history = stream(drafted, placed, told('PlanMeasureRemoved', gone, '2024-05-01'));
    const placedOn = (asOf: string) => planState(timeline(history, { asOf })).placements.has(a);
    expect([placedOn('2024-04-30'), placedOn('2024-05-01')]).toEqual([true, false]);
  });

  it('never reach themselves, whatever is asked in whatever order', () => {
    const some = fc.constantFrom(a, b, c, d);
    const wish = fc.oneof(
      fc.record({ measures: fc.uniqueArray(some, { minLength: 1 }), into: some }),
      fc.record({ measure: some, into: fc.uniqueArray(some, { minLength: 1 }) }),
      fc.record({ measure: some, by: some }),
    );
    const typeOf = (data: object) =>
      'measures' in data
        ? 'PlanMeasuresMerged'
        : 'by' in data
          ? 'PlanMeasureSuperseded'
          : 'PlanMeasureSplit';
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 8 }), (wishes) => {
        const told_: Told[] = [drafted];
        for (const data of wishes) {
          const command = { category: 'plan', type: typeOf(data), data, occurredOn: null } as const;
          try {
            decide(command, stream(...told_), { now, references });
            told_.push(told(command.type, data, null));
          } catch (error) {
            expect(error).toBeInstanceOf(DomainError);
          }
        }
        const { heirs } = planState(timeline(stream(...told_)));
        const endsAt = (id: string, steps = 0): number =>
          steps > 8
            ? steps
            : Math.max(steps, ...(heirs.get(id) ?? []).map((h) => endsAt(h, steps + 1)));
        expect(Math.max(...[a, b, c, d].map((id) => endsAt(id)))).toBeLessThanOrEqual(4);
      }),
    );
  });
});

/** Runs the policy as it runs live, event by event, on one measure. */
const follow = (source: readonly Past[], measure: string) =>
  source.reduce<readonly Past[]>((history, event, index) => {
    if (!policyFor('plan', event.type)) return history;
    const said = planPolicy.matters(source.slice(0, index + 1));
    const target = { category: 'measure', id: measure } as const;
    return [
      ...history,
      ...policyWrites(planPolicy, planId, said, target, history).map((write, n) => ({
        id: `${event.id}/${n}`,
        revision: history.length + n,
        type: write.type,
        data: write.data,
        metadata: { occurredOn: write.occurredOn, recordedAt: event.metadata.recordedAt },
      })),
    ];
  }, stream(recorded));

const barOn = (history: readonly Past[], day: string) =>
  publicBar(measureState(timeline(history, { asOf: day })), day);

describe('the policy of a plan', () => {
  it('writes into each measure where it goes on, as ids without text', () => {
    const source = stream(drafted, merged([a, b], c));
    const [, written] = follow(source, a);
    expect(written).toMatchObject({
      type: 'MeasureMerged',
      data: { into: c, plan: planId, source: anId(1001) },
      metadata: { occurredOn: '2024-03-01' },
    });
    expect(written?.data).not.toHaveProperty('text');
    expect(follow(source, c)).toHaveLength(1);
    expect(
      streamsTouchedBy(planPolicy, planId, planPolicy.matters(source)).map(({ id }) => id),
    ).toEqual([a, b]);
  });

  it('has the measure counted there from that day, and here before', () => {
    const history = follow(stream(drafted, merged([a], c)), a);
    expect(barOn(history, '2024-02-29').status).toBe('unknown');
    expect(barOn(history, '2024-03-01')).toEqual({
      status: null,
      rule: 'merged',
      entry: `${anId(1001)}/0`,
    });
  });

  it('takes it back when the entry of the plan is voided, and follows a correction', () => {
    const voided = stream(drafted, merged([a], c), voids(anId(1001)));
    expect(barOn(follow(voided, a), '2024-06-15').status).toBe('unknown');
    const corrected = stream(
      drafted,
      merged([a], c),
      told(
        'EntryCorrected',
        { entry: anId(1001), replacement: { measures: [b], into: c }, text: { reason: 'A stays' } },
        '2024-04-01',
        now,
      ),
    );
    expect(barOn(follow(corrected, a), '2024-06-15').status).toBe('unknown');
    expect(measureState(timeline(follow(corrected, b))).decision).toMatchObject({
      value: 'MERGED',
      since: '2024-04-01',
    });
  });

  it('looks at no placement and no text', () => {
    const placed = told('PlanMeasurePlaced', { measure: a, rank: 1 }, '2024-01-01');
    expect(policyFor('plan', placed.type)).toBeUndefined();
    expect(planPolicy.matters(stream(drafted, placed, merged([a], c)))).toHaveLength(1);
  });

  it('writes nothing when it runs again', () => {
    const source = stream(drafted, split(a, [b, c]), superseded(d, a), voids(anId(1002)));
    for (const measure of [a, b, c, d]) {
      const once = follow(source, measure);
      const target = { category: 'measure', id: measure } as const;
      expect(policyWrites(planPolicy, planId, planPolicy.matters(source), target, once)).toEqual(
        [],
      );
    }
  });
});

describe('a measure that goes on elsewhere', () => {
  it('keeps its place there whatever is decided about it, and says that this is odd', () => {
    const history = [
      ...follow(stream(drafted, split(a, [b, c])), a),
      ...stream(
        told('MeasureDecided', { effect: 'ADOPTS', scope: 'FULL', final: true }, '2024-05-01'),
      ),
    ].map((past, revision) => ({ ...past, revision }));
    const { decision, heirs, findings } = measureState(timeline(history));
    expect([decision.value, heirs]).toEqual(['SPLIT', [b, c]]);
    expect(findings.map(({ code }) => code)).toEqual(['decided-after-moving-on']);
  });

  it('says so only by its plan: no command, and no entry that pretends to come from a policy', () => {
    const measure = scenario(
      'measure',
      now,
      new Map([...references, [planId, { category: 'plan', municipality: town }]]),
    );
    measure
      .given(recorded)
      .when('MeasureMerged', { into: b, plan: planId, source: anId(1001) })
      .thenRefused('command/unknown');
    measure
      .given(recorded)
      .when('MeasureDecided', { effect: 'ADOPTS', scope: 'FULL', final: true, source: anId(1001) })
      .thenRefused('entry/by-policy-only', 'source');
  });
});
