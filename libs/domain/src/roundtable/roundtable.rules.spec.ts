import { anId, scenario, told, town } from '../testing/scenario.js';

const [meeting, item, office, club] = [11, 12, 13, 14].map(anId) as [
  string,
  string,
  string,
  string,
];
const references = new Map(
  [office, club].map((id) => [id, { category: 'actor' as const, municipality: town }]),
);
const now = '2025-03-20T12:00:00.000Z';

const founded = told(
  'RoundtableFounded',
  {
    municipality: town,
    format: 'ROUND_TABLE',
    text: { name: 'Energy' },
  },
  null,
);
const convened = told('RoundtableMeetingConvened', { meeting, on: '2025-03-01' }, '2025-02-01');
const added = told(
  'RoundtableItemAdded',
  { item, meeting, kind: 'PROPOSAL', rank: 1, text: { topic: 'Solar roofs' } },
  '2025-02-01',
);
const held = told('RoundtableMeetingHeld', { meeting, groups: [office, club] }, '2025-03-01');
const circulated = (approvalUntil: string) =>
  told('RoundtableProtocolCirculated', { meeting, approvalUntil }, '2025-03-02');
const approved = told('RoundtableProtocolApproved', { meeting }, '2025-03-18');

const table = scenario('roundtable', now, references);
const atTable = table.given(founded, convened, added, held);

describe('a round table refuses what means nothing', () => {
  it('a meeting, item or follow-up that nobody brought in', () => {
    const unknown = anId(99);
    atTable
      .when('RoundtableMeetingCancelled', { meeting: unknown })
      .thenRefused('roundtable/unknown-part', 'meeting');
    atTable
      .when('RoundtableFollowUpDone', { followUp: unknown })
      .thenRefused('roundtable/unknown-part', 'followUp');
    atTable
      .when('RoundtableItemConcluded', { item: unknown, meeting, result: 'PARKED' })
      .thenRefused('roundtable/unknown-part', 'item');
  });

  it('the same meeting twice', () => {
    atTable
      .when('RoundtableMeetingConvened', { meeting, on: '2025-04-01' })
      .thenRefused('roundtable/already-there', 'meeting');
  });

  it('a rhythm that is counted from a month', () => {
    atTable
      .when('RoundtableRhythmSet', { from: '2025-03', every: 6, unit: 'WEEK' })
      .thenRefused('field/not-a-day', 'from');
  });

  it('a dissent of nobody, and dissenters where all agreed', () => {
    const conclude = (data: Record<string, unknown>) =>
      atTable.when('RoundtableItemConcluded', { item, meeting, ...data }, '2025-03-01');
    conclude({ result: 'DISSENT' }).thenRefused('field/missing', 'dissent');
    conclude({ result: 'CONSENSUS', dissent: [club] }).thenRefused(
      'roundtable/only-with-dissent',
      'dissent',
    );
  });

  it('handing over to nobody, and an answer where nothing was handed over', () => {
    const conclude = (data: Record<string, unknown>) =>
      atTable.when('RoundtableItemConcluded', { item, meeting, ...data }, '2025-03-01');
    conclude({ result: 'HANDED_OVER' }).thenRefused('field/missing', 'handedTo');
    conclude({ result: 'PARKED', answerBy: '2025-05-01' }).thenRefused(
      'roundtable/only-when-handed-over',
      'answerBy',
    );
  });

  it('a release by a group that did not object', () => {
    const concluded = told(
      'RoundtableItemConcluded',
      { item, meeting, result: 'DISSENT', dissent: [club] },
      '2025-03-01',
    );
    const inDissent = table.given(founded, convened, added, held, concluded);
    inDissent
      .when('RoundtableDissentReleased', { item, actor: office })
      .thenRefused('roundtable/not-in-dissent', 'actor');
    inDissent
      .when('RoundtableDissentReleased', { item, actor: club })
      .then({ type: 'RoundtableDissentReleased', data: { item, actor: club }, occurredOn: null });
    inDissent
      .when('RoundtableDissentReleased', { item, actor: club, conclusion: anId(77) })
      .thenRefused('roundtable/not-in-dissent', 'actor');
  });

  it('an organisation that does not exist, or belongs to another town', () => {
    atTable
      .when('RoundtableInvited', { meeting, actors: [anId(77)] })
      .thenRefused('reference/unknown', 'actors[0]');
  });
});

describe('a Protokoll', () => {
  it('goes out only after the meeting', () => {
    table
      .given(founded, convened)
      .when('RoundtableProtocolCirculated', { meeting, approvalUntil: '2025-04-01' })
      .thenRefused('roundtable/not-held', 'meeting');
  });

  it('is approved once the period is over, not on its last day', () => {
    const approve = (until: string, data: Record<string, unknown> = {}) =>
      table
        .given(founded, convened, held, circulated(until))
        .when('RoundtableProtocolApproved', { meeting, ...data });
    approve('2025-03-20').thenRefused('roundtable/approval-still-open', 'meeting');
    approve('2025-03-19').then({
      type: 'RoundtableProtocolApproved',
      data: { meeting },
      occurredOn: null,
    });
    approve('2025-04-20', { unanimous: true }).then({
      type: 'RoundtableProtocolApproved',
      data: { meeting, unanimous: true },
      occurredOn: null,
    });
  });

  it('is approved by nobody before anybody could read it', () => {
    atTable
      .when('RoundtableProtocolApproved', { meeting, unanimous: true })
      .thenRefused('roundtable/not-circulated', 'meeting');
  });

  it('is published only once it is approved', () => {
    const circulatedOnly = table.given(founded, convened, held, circulated('2025-03-10'));
    circulatedOnly
      .when('RoundtableProtocolPublished', { meeting })
      .thenRefused('roundtable/not-approved', 'meeting');
    table
      .given(founded, convened, held, circulated('2025-03-10'), approved)
      .when('RoundtableProtocolPublished', { meeting })
      .then({ type: 'RoundtableProtocolPublished', data: { meeting }, occurredOn: null });
  });
});
