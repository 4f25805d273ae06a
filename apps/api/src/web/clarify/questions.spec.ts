import {
  commandsOf,
  decide,
  measureState,
  timeline,
  unreadState,
  type Past,
} from '@klimaspur/domain';
import type { MeasureDetail } from '@klimaspur/read-models';
import {
  lateAnswers,
  questionsOf,
  sayingsOf,
  settle,
  stateAnswers,
  type Saying,
} from './questions.js';

const now = '2024-06-15T12:00:00.000Z';
const town = '00000000-0000-7000-8000-000000000001';
const past = (revision: number, type: string, data: object, on: string | null): Past => ({
  id: `00000000-0000-7000-8000-00000000100${revision}`,
  revision,
  type,
  data: data as Past['data'],
  metadata: { occurredOn: on, recordedAt: '2024-05-02T12:00:00.000Z' },
});
const imported = [
  past(0, 'MeasureRecorded', { municipality: town, text: { title: 'Radweg' } }, null),
  past(
    1,
    'MeasureDelayReported',
    { imported: true, text: { evidence: [{ kind: 'other', title: 'LocalZero-Datenbank' }] } },
    '2024-04-30',
  ),
];

/** The history after these sayings, each decided as the API would. */
const told = (history: readonly Past[], sayings: readonly Saying[]) =>
  sayings.reduce<readonly Past[]>((events, { command, body }) => {
    const { type } = commandsOf('measure').get(command)!;
    const { occurredOn = null, ...data } = body as { occurredOn?: string | null };
    const facts = { now, references: new Map() };
    const decided = decide({ category: 'measure', type, data, occurredOn }, events, facts);
    expect(decided).toHaveLength(1);
    return [
      ...events,
      ...decided.map((event, n) => ({
        ...past(events.length + n, event.type, event.data, event.occurredOn),
        metadata: { occurredOn: event.occurredOn, recordedAt: now },
      })),
    ];
  }, history);
const stateOf = (history: readonly Past[]) => measureState(timeline(history));
const detailOf = (history: readonly Past[]) => {
  const state = stateOf(history);
  const unread = { unread: unreadState(state) !== null };
  const texts = state.described?.text ?? {};
  return { facts: { ...state, ...unread }, texts } as unknown as MeasureDetail;
};

describe('what is to be clarified after an import', () => {
  it('asks what „verzögert / fehlt“ means', () => {
    expect(questionsOf(detailOf(imported))).toEqual([
      { kind: 'late-or-missing', entry: imported[1]!.id },
    ]);
  });

  it.each([
    { imported: true },
    { imported: true, text: { note: 'verzögert: Personal fehlt' } },
    {},
  ])('asks nothing where the source says „verzögert“, or somebody reported it: %j', (data) => {
    const late = past(1, 'MeasureDelayReported', data, '2024-04-30');
    expect(questionsOf(detailOf([imported[0]!, late]))).toEqual([]);
  });

  it.each(lateAnswers)('asks no more once somebody answers: %s', (answer) => {
    expect(questionsOf(detailOf(told(imported, sayingsOf(answer, 'geklärt'))))).toEqual([]);
  });

  it.each([
    ['running-late', 'IN_PROGRESS', true],
    ['not-begun', 'PLANNED', true],
    ['running', 'IN_PROGRESS', false],
    ['completed', 'COMPLETED', false],
    ['abandoned', 'ABANDONED', false],
  ] as const)('%s leads to %s, with a delay: %s', (answer, implementation, delayed) => {
    const state = stateOf(told(imported, sayingsOf(answer, 'geklärt')));
    expect([state.implementation.value, state.delay !== null]).toEqual([implementation, delayed]);
  });

  it('takes an odd entry off the list when somebody says that it is right', () => {
    const votes = { majority: 'UNANIMOUS', no: 2 };
    const odd = [
      ...imported.slice(0, 1),
      past(
        1,
        'MeasureDecided',
        { effect: 'ADOPTS', scope: 'FULL', final: true, votes },
        '2024-01-01',
      ),
    ];
    const [question] = questionsOf(detailOf(odd));
    expect(question).toMatchObject({ kind: 'finding', finding: 'contradictory-votes' });
    const settled = told(odd, [settle(question as Extract<typeof question, { kind: 'finding' }>)]);
    expect(questionsOf(detailOf(settled))).toEqual([]);
  });

  const unread = [
    imported[0]!,
    past(
      1,
      'MeasureDescribed',
      { text: { title: 'Radweg', statusNote: 'gelb' }, imported: true },
      null,
    ),
  ];

  it('asks what words for a state mean that nobody could read', () => {
    expect(questionsOf(detailOf(unread))).toEqual([
      { kind: 'unread-state', entry: '', said: 'gelb' },
    ]);
  });

  it.each(stateAnswers)('and no more once somebody answers: %s', (answer) => {
    expect(questionsOf(detailOf(told(unread, sayingsOf(answer, 'geklärt'))))).toEqual([]);
  });
});
