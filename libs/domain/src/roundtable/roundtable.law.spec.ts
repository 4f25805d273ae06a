import fc from 'fast-check';
import { measureState } from '../measure/measure.fold.js';
import type { MeasureState } from '../measure/measure.state.js';
import { publicBar } from '../measure/public-bar.js';
import { policyWrites } from '../policy.js';
import { itemKinds, itemResults } from '../shared/vocabulary.js';
import { followed } from '../testing/followed-table.js';
import { anId, recorded, stream, told, town, type Told } from '../testing/scenario.js';
import { timeline, type Past } from '../timeline.js';
import { roundtablePolicy } from './roundtable.policy.js';

const [table, measure, other, club] = [5, 6, 7, 31].map(anId) as [string, string, string, string];
const meetings = [11, 12].map(anId);
const items = [21, 22].map(anId);

const days = fc.constantFrom('2024-05-01', '2025-03-01', '2025-03', '2026-02-01');
const meeting = fc.constantFrom(...meetings);
const item = fc.constantFrom(...items);
const result = fc.constantFrom(...itemResults).map((code) => ({
  result: code,
  ...(code === 'DISSENT' ? { dissent: [club] } : {}),
  ...(code === 'HANDED_OVER' ? { handedTo: 'ADMINISTRATION' } : {}),
}));

interface Step {
  readonly type: string;
  readonly data: Record<string, unknown>;
  readonly nth?: number;
}

/** What can be said at a round table; `nth`: the entry that a correction or a void is about. */
const step = fc.oneof(
  fc.record({
    type: fc.constant('RoundtableItemConcluded'),
    data: fc
      .tuple(item, meeting, result)
      .map(([of, at, said]) => ({ item: of, meeting: at, ...said })),
  }),
  fc.record({
    type: fc.constantFrom(
      'RoundtableProtocolApproved',
      'RoundtableProtocolPublished',
      'RoundtableProtocolPublished',
      'RoundtableProtocolUnpublished',
    ),
    data: meeting.map((at) => ({ meeting: at })),
  }),
  fc.record({
    type: fc.constant('RoundtableItemPlaced'),
    data: fc.tuple(item, meeting).map(([of, at]) => ({ item: of, meeting: at, rank: 3 })),
  }),
  fc.record({
    type: fc.constantFrom('RoundtableDissentReleased', 'RoundtableProposalTakenUp'),
    data: item.map((of) => ({ item: of, actor: club, measure })),
  }),
  fc.record({
    type: fc.constantFrom('RoundtableUnpublished', ...Array(3).fill('RoundtablePublished')),
    data: fc.constant({}),
  }),
  fc.record({
    type: fc.constantFrom('EntryCorrected', 'EntryVoided'),
    nth: fc.nat(20),
    data: result,
  }),
) as fc.Arbitrary<Step>;

const idOf = (index: number): string => anId(3000 + index);

/** Both Protokolle are approved and published. */
const shown = ['RoundtableProtocolApproved', 'RoundtableProtocolPublished'].flatMap((type) =>
  meetings.map((at): readonly [Step, string] => [{ type, data: { meeting: at } }, '2026-03-02']),
);

/** The same of an item, with another result. */
const replaced = ({ item: of, meeting: at }: Told['data'] = {}, said: object) => ({
  ...{ item: of, meeting: at },
  ...said,
});

const history = fc
  .record({
    kinds: fc.tuple(fc.constantFrom(...itemKinds), fc.constant('PROPOSAL')),
    named: fc.subarray(items),
    drafts: fc.array(fc.tuple(step, days), { maxLength: 12, size: 'max' }),
    later: fc.array(fc.tuple(step, days), { maxLength: 12, size: 'max' }),
  })
  .map(({ kinds, named, drafts, later }) => {
    const events: (Told & { id?: string })[] = [
      told('RoundtableFounded', { municipality: town, format: 'ROUND_TABLE' }, null),
      told('RoundtablePublished', {}, null),
      ...items.map((of, at) =>
        told(
          'RoundtableItemAdded',
          {
            ...{ item: of, meeting: meetings[at], kind: kinds[at], rank: at },
            ...(named.includes(of) ? { measure } : {}),
          },
          '2024-04-01',
        ),
      ),
    ];
    for (const [{ type, data, nth }, on] of [...drafts, ...shown, ...later, ...shown]) {
      const at = events.length;
      const concluded = events.filter((event) => event.type === 'RoundtableItemConcluded');
      const choices = type === 'EntryCorrected' ? concluded : events.slice(2);
      const entry = nth === undefined ? undefined : choices[nth % choices.length];
      if (nth !== undefined && !entry) continue;
      const terms =
        type === 'EntryCorrected'
          ? { entry: entry?.id, replacement: replaced(entry?.data, data) }
          : type === 'EntryVoided'
            ? { entry: entry?.id }
            : data;
      events.push({ ...told(type, terms, on), id: idOf(at) });
    }
    return events.map((event, index) => ({ ...event, id: event.id ?? idOf(index) }));
  });

const decided = (effect: string, scope = 'FULL') => ({ effect, scope, final: true });
/** What its own stream says of a measure: of the decision, of the work, of where it went on. */
const ownEntries = fc.array(
  fc.tuple(
    fc.constantFrom<[string, Record<string, unknown>]>(
      ['MeasureSubmitted', { paperKind: 'MOTION' }],
      ['MeasureDeliberated', { outcome: 'DEFERRED' }],
      ['MeasureDeliberated', { outcome: 'WITHDRAWN' }],
      ['MeasureDecided', decided('ADOPTS')],
      ['MeasureDecided', decided('ADOPTS', 'IN_PRINCIPLE')],
      ['MeasureDecided', decided('REJECTS')],
      ['MeasureDecided', decided('REVOKES')],
      ['MeasureNoDecisionNeeded', { reason: 'CIVIL_SOCIETY' }],
      ['MeasureRevived', { as: 'PROPOSED' }],
      ['MeasureImplementationPlanned', { plannedEnd: '2025-12' }],
      ['MeasureImplementationStarted', {}],
      ['MeasureDelayReported', {}],
      ['MeasureImplementationCompleted', {}],
      ['MeasureImplementationAbandoned', { reason: 'COST' }],
      ['MeasureMerged', { into: other }],
      ['MeasureAssessed', { scale: 'TRAFFIC_LIGHT', rating: 'GREEN' }],
    ),
    fc.constantFrom('2024-01-01', '2024-06-01', '2025-03-10', '2026-03-01'),
  ),
  { maxLength: 6, size: 'max' },
);
const ownHistory = fc
  .tuple(fc.boolean(), ownEntries)
  .map(([idea, entries]) =>
    stream(
      { ...recorded, data: { ...recorded.data, idea } },
      ...entries.map(([[type, data], on]) => told(type, data, on)),
    ),
  );

const unsaid: ReadonlySet<string> = new Set(['UNKNOWN', 'IDEA']);

/**
 * All but where it came from, and what happened last. Of what was proposed it is known that nobody had decided when work
 * began; of what nobody spoke about it is not.
 */
const axesOf = (state: MeasureState): object => {
  const { allies: _allies, last: _last, decision, here, findings, ...axes } = state;
  return {
    ...axes,
    here: here && axesOf(here),
    decision: unsaid.has(decision.value) || decision.value === 'PROPOSED' ? null : decision,
    findings: findings.filter(({ code }) => code !== 'started-without-decision'),
  };
};
const stateOf = (past: readonly Past[]) => measureState(timeline(past));

describe('the law of the round table', () => {
  it('never moves a measure on any axis, but for „proposed“ where nobody had said anything', () => {
    fc.assert(
      fc.property(history, ownHistory, (events, own) => {
        const before = stateOf(own);
        const after = stateOf(followed(table, stream(...events), measure, own));
        expect(axesOf(after)).toEqual(axesOf(before));
        if (!unsaid.has(before.decision.value)) {
          expect(after.decision.value).toBe(before.decision.value);
          expect(publicBar(after, '2026-06-20').status).toBe(
            publicBar(before, '2026-06-20').status,
          );
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('proposes and talks about measures in the histories that are looked at', () => {
    const written = fc
      .sample(fc.tuple(history, ownHistory), { numRuns: 1000, seed: 5 })
      .flatMap(([events, own]) =>
        followed(table, stream(...events), measure, own).slice(own.length),
      );
    const types = new Set(written.map(({ type }) => type));
    expect([...types].sort()).toEqual([
      'EntryCorrected',
      'EntryVoided',
      'MeasureDiscussed',
      'MeasureProposed',
    ]);
  });

  it('writes nothing new when the policy runs again', () => {
    fc.assert(
      fc.property(history, ownHistory, (events, own) => {
        const after = followed(table, stream(...events), measure, own);
        const said = roundtablePolicy.matters(stream(...events));
        const target = { category: 'measure', id: measure } as const;
        expect(policyWrites(roundtablePolicy, table, said, target, after)).toEqual([]);
      }),
    );
  });
});
