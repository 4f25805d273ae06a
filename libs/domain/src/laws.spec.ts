import fc from 'fast-check';
import { lateFrom } from './measure/lateness.js';
import { publicBar } from './measure/public-bar.js';
import { measureState } from './measure/measure.fold.js';
import { addDays } from './shared/partial-date.js';
import { anId, recorded, stream, told, type Told } from './testing/scenario.js';
import { timeline, type Past } from './timeline.js';
import {
  abandonReasons,
  decisionEffects,
  deliberationOutcomes,
  scopes,
} from './shared/vocabulary.js';

const known = '2025-01-01T12:00:00.000Z';
const terms = fc.oneof(
  fc.record({
    type: fc.constant('MeasureDeliberated'),
    data: fc.record({ outcome: fc.constantFrom(...deliberationOutcomes) }),
  }),
  fc.record({
    type: fc.constant('MeasureDecided'),
    data: fc.record({
      effect: fc.constantFrom(...decisionEffects),
      scope: fc.constantFrom(...scopes),
      final: fc.boolean(),
    }),
  }),
  fc.record({
    type: fc.constant('MeasureRescheduled'),
    data: fc.record({ plannedEnd: fc.constantFrom('2022', '2023-05', '2024-02-01') }),
  }),
  fc.record({
    type: fc.constant('MeasureImplementationAbandoned'),
    data: fc.record(
      { reason: fc.constantFrom(...abandonReasons), dayIsLatest: fc.boolean() },
      { requiredKeys: ['reason'] },
    ),
  }),
  fc.record({
    type: fc.constantFrom(
      'MeasureImplementationStarted',
      'MeasureImplementationPaused',
      'MeasureImplementationCompleted',
    ),
    data: fc.constant({ dayIsLatest: true }),
  }),
  fc.record({
    type: fc.constantFrom(
      'MeasureProposed',
      'MeasureSubmitted',
      'MeasureImplementationPlanned',
      'MeasureImplementationStarted',
      'MeasureProgressReported',
      'MeasureDelayReported',
      'MeasureImplementationPaused',
      'MeasureImplementationResumed',
      'MeasureImplementationCompleted',
      'MeasureCheckedUnchanged',
    ),
    data: fc.constant({}),
  }),
) as fc.Arbitrary<{ type: string; data: Record<string, unknown> }>;

/** Entries of different days, all recorded at the same instant. */
const entries = fc.array(terms, { minLength: 1, maxLength: 10 }).map((list) =>
  list.map(({ type, data }, index) => ({
    ...told(type, data, addDays('2023-01-01', index * 17), known),
    id: anId(500 + index),
  })),
);

const day = fc.integer({ min: -10, max: 400 }).map((days) => addDays('2023-01-01', days));
const shuffled = entries.chain((list) =>
  fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
);

/** The whole state, apart from places in the stream. */
const stateOn = (history: readonly Past[], asOf: string) => {
  const state = measureState(timeline(history, { asOf }));
  return { state, bar: publicBar(state, asOf) };
};

describe('the laws of the timeline', () => {
  it('any order of arrival of entries with different days gives the same state once all is known', () => {
    fc.assert(
      fc.property(shuffled, day, ([inOrder, arrived], asOf) => {
        expect(stateOn(stream(recorded, ...arrived), asOf)).toEqual(
          stateOn(stream(recorded, ...inOrder), asOf),
        );
      }),
    );
  });

  it('voiding an entry equals never having recorded it', () => {
    fc.assert(
      fc.property(entries, fc.nat(), day, (list, pick, asOf) => {
        const gone = list[pick % list.length] as Told;
        const voided = told(
          'EntryVoided',
          { entry: gone.id, text: { reason: 'wrong' } },
          null,
          '2025-02-01T12:00:00.000Z',
        );
        const never = list.filter((entry) => entry !== gone);
        expect(stateOn(stream(recorded, ...list, voided), asOf)).toEqual(
          stateOn(stream(recorded, ...never), asOf),
        );
      }),
    );
  });

  it('correcting an entry equals having recorded the replacement', () => {
    fc.assert(
      fc.property(
        entries,
        fc.nat(),
        fc.integer({ min: 0, max: 300 }),
        day,
        (list, pick, shift, asOf) => {
          const wrong = list[pick % list.length] as Told;
          const on = addDays('2023-01-02', shift);
          const correction = told(
            'EntryCorrected',
            { entry: wrong.id, replacement: wrong.data, text: { reason: 'other day' } },
            on,
            '2025-02-01T12:00:00.000Z',
          );
          const right = list.map((entry) => (entry === wrong ? { ...entry, on } : entry));
          expect(stateOn(stream(recorded, ...list, correction), asOf)).toEqual(
            stateOn(stream(recorded, ...right), asOf),
          );
        },
      ),
    );
  });

  it('whether a day is the latest possible one moves nothing that is counted', () => {
    const exact = ({ data: { dayIsLatest: _latest, ...data }, ...entry }: Told): Told => ({
      ...entry,
      data,
    });
    const counted = (list: readonly Told[], asOf: string) => {
      const { state, bar } = stateOn(stream(recorded, ...list), asOf);
      const { decision, implementation, percent, moves, findings } = state;
      return {
        ...{ status: bar.status, rule: bar.rule, late: lateFrom(state)?.from },
        ...{ decision: decision.value, implementation: implementation.value },
        ...{ delayed: state.delay !== null, percent, moves, findings },
      };
    };
    fc.assert(
      fc.property(entries, day, (list, asOf) => {
        expect(counted(list, asOf)).toEqual(counted(list.map(exact), asOf));
      }),
    );
  });

  it('what was learnt later does not change what was known before', () => {
    const later = '2025-02-01T12:00:00.000Z';
    fc.assert(
      fc.property(entries, entries, day, (before, after, asOf) => {
        const learnt = after.map((entry, index) => ({
          ...entry,
          id: anId(700 + index),
          at: later,
        }));
        const knownAt = Date.parse(known);
        const all = timeline(stream(recorded, ...before, ...learnt), { asOf, knownAt });
        expect(all).toEqual(timeline(stream(recorded, ...before), { asOf, knownAt }));
      }),
    );
  });

  it('a day asked about is not changed by what took effect after it', () => {
    fc.assert(
      fc.property(entries, day, (list, asOf) => {
        const until = list.filter(({ on }) => (on as string) <= asOf);
        expect(stateOn(stream(recorded, ...list), asOf)).toEqual(
          stateOn(stream(recorded, ...until), asOf),
        );
      }),
    );
  });
});
