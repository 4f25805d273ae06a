import fc from 'fast-check';
import { anId, recorded, stream, told, town, type Told } from '../testing/scenario.js';
import { timeline, type Past } from '../timeline.js';
import { measureState } from '../measure/measure.fold.js';
import { policyWrites, streamsTouchedBy } from '../policy.js';
import { decisionPolicy } from './decision.policy.js';

const decisionId = anId(7);
const council = anId(50);
const [a, b, c] = [anId(101), anId(102), anId(103)] as const;
const adopts = (measure: string) => ({ measure, effect: 'ADOPTS', scope: 'IN_PRINCIPLE' });
const vote = (...measures: string[]) => ({
  municipality: town,
  organ: council,
  outcome: 'ADOPTED',
  final: true,
  effects: measures.map(adopts),
});
const recordedVote: Told = told(
  'DecisionRecorded',
  { ...vote(a, b), text: { title: 'Climate plan' } },
  '2023-12-14',
);
const correction = (...measures: string[]) =>
  told(
    'EntryCorrected',
    {
      entry: anId(1000),
      replacement: vote(...measures),
      text: { reason: 'left out', replacement: { title: 'Climate plan' } },
    },
    '2023-12-14',
    '2024-01-10T12:00:00.000Z',
  );

/** Runs the policy as it runs live: event by event, appending what it writes. */
const follow = (
  decision: readonly Past[],
  measure: string,
  begin: readonly Past[] = stream(recorded),
) =>
  decision.reduce<readonly Past[]>((history, source, index) => {
    const written = policyWrites(
      decisionPolicy,
      decisionId,
      decision.slice(0, index + 1),
      { category: 'measure', id: measure },
      history,
    );
    return [
      ...history,
      ...written.map((event, n) => ({
        id: `${source.id}/${n}`,
        revision: history.length + n,
        type: event.type,
        data: event.data,
        metadata: { occurredOn: event.occurredOn, recordedAt: source.metadata.recordedAt },
      })),
    ];
  }, begin);

const decisionState = (history: readonly Past[]) => measureState(timeline(history)).decision.value;

describe('the policy of a decision', () => {
  it('writes its effect into each measure it names, as codes and ids without text', () => {
    const [, written] = follow(stream(recordedVote), a);
    expect(written).toMatchObject({
      type: 'MeasureDecided',
      data: {
        effect: 'ADOPTS',
        scope: 'IN_PRINCIPLE',
        organ: council,
        final: true,
        decision: decisionId,
        source: anId(1000),
      },
      metadata: { occurredOn: '2023-12-14' },
    });
    expect(written?.data).not.toHaveProperty('text');
    expect(follow(stream(recordedVote), c)).toHaveLength(1);
  });

  it('follows a correction: adds the measure left out, takes out the one named by mistake', () => {
    const decision = stream(recordedVote, correction(a, c));
    expect(streamsTouchedBy(decisionPolicy, decisionId, decision).map(({ id }) => id)).toEqual([
      a,
      b,
      c,
    ]);
    expect([a, b, c].map((measure) => decisionState(follow(decision, measure)))).toEqual([
      'ADOPTED_IN_PRINCIPLE',
      'UNKNOWN',
      'ADOPTED_IN_PRINCIPLE',
    ]);
    expect(follow(decision, b).map(({ type }) => type)).toEqual([
      'MeasureRecorded',
      'MeasureDecided',
      'EntryVoided',
    ]);
  });

  it('goes back when the correction, or the decision, is voided', () => {
    const voids = (entry: string) =>
      told('EntryVoided', { entry, text: { reason: 'no' } }, null, '2024-02-01T12:00:00.000Z');
    const undone = stream(recordedVote, correction(a, c), voids(anId(1001)));
    expect([a, b, c].map((measure) => decisionState(follow(undone, measure)))).toEqual([
      'ADOPTED_IN_PRINCIPLE',
      'ADOPTED_IN_PRINCIPLE',
      'UNKNOWN',
    ]);
    const gone = stream(recordedVote, voids(anId(1000)));
    expect(decisionState(follow(gone, a))).toBe('UNKNOWN');
  });

  it('writes the adoption into the plan it names', () => {
    const planVote = told(
      'DecisionRecorded',
      { ...vote(a), plan: { plan: anId(9), scope: 'IN_PRINCIPLE' }, text: { title: 'Plan' } },
      '2023-12-14',
    );
    const written = policyWrites(
      decisionPolicy,
      decisionId,
      stream(planVote),
      { category: 'plan', id: anId(9) },
      [],
    );
    expect(written).toMatchObject([
      {
        type: 'PlanAdopted',
        data: { scope: 'IN_PRINCIPLE', decision: decisionId },
        occurredOn: '2023-12-14',
      },
    ]);
  });

  it('leaves alone what people wrote about the same measure', () => {
    const byHand = told(
      'MeasureDecided',
      { effect: 'REJECTS', scope: 'FULL', final: true },
      '2022-01-01',
    );
    const history = follow(stream(recordedVote, correction(b)), a, stream(recorded, byHand));
    expect(decisionState(history)).toBe('REJECTED');
  });

  it('changes nothing when it runs again, or after a crash in between', () => {
    const measures = fc.uniqueArray(fc.constantFrom(a, b, c));
    fc.assert(
      fc.property(
        fc.array(measures, { maxLength: 5 }),
        fc.constantFrom(a, b, c),
        (corrections, measure) => {
          const decision = stream(
            recordedVote,
            ...corrections.map((named) => correction(...named)),
          );
          const once = follow(decision, measure);
          const again = policyWrites(
            decisionPolicy,
            decisionId,
            decision,
            { category: 'measure', id: measure },
            once,
          );
          expect(again).toEqual([]);
          const wanted = (corrections.at(-1) ?? [a, b]).includes(measure);
          expect(decisionState(once)).toBe(wanted ? 'ADOPTED_IN_PRINCIPLE' : 'UNKNOWN');
        },
      ),
    );
  });
});
