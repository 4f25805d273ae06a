import { decide } from '../decide.js';
import { followed } from '../testing/followed-table.js';
import { anId, recorded, stream, told, town, type Told } from '../testing/scenario.js';
import { timeline, type Past } from '../timeline.js';

const [table, measure, meeting, item, club] = [5, 6, 11, 21, 31].map(anId) as [
  string,
  string,
  string,
  string,
  string,
];
const founded = told(
  'RoundtableFounded',
  { municipality: town, format: 'ROUND_TABLE', text: { name: 'Energy' } },
  null,
);
const added = (terms: Record<string, unknown> = { measure }) =>
  told(
    'RoundtableItemAdded',
    { item, meeting, kind: 'PROPOSAL', rank: 1, text: { topic: 'Roofs' }, ...terms },
    '2025-02-01',
  );
const concluded = (result: string, terms: Record<string, unknown> = {}) => ({
  ...told('RoundtableItemConcluded', { item, meeting, result, ...terms }, '2025-03-01'),
  id: anId(900),
});
const approved = told('RoundtableProtocolApproved', { meeting }, '2025-03-20');
const shown = told('RoundtableProtocolPublished', { meeting }, '2025-03-21');
const opened = told('RoundtablePublished', {}, null);
const closed = told('RoundtableUnpublished', { text: { reason: 'moved' } }, null);

/** The measure's stream after the policy has followed the published table, entry by entry. */
const measureAfter = (...events: readonly Told[]): Past[] => measureAt(opened, ...events);

const measureAt = (...events: readonly Told[]): Past[] =>
  followed(table, stream(founded, ...events), measure, stream(recorded));
const written = (history: readonly Past[]) =>
  timeline(history)
    .slice(1)
    .map(({ type, data, occurredOn }) => ({ type, data, occurredOn }));

describe('the policy of round tables', () => {
  it('writes nothing before the Protokoll is approved and everybody may read it', () => {
    const said = [added(), concluded('CONSENSUS')];
    expect(measureAfter(...said)).toHaveLength(1);
    expect(measureAfter(...said, approved)).toHaveLength(1);
    expect(measureAt(...said, approved, shown)).toHaveLength(1);
    expect(measureAt(...said, approved, shown, opened)).toHaveLength(2);
    expect(measureAfter(...said, approved, shown)).toHaveLength(2);
  });

  it('takes it back where the Protokoll or the table is internal again', () => {
    const before = [added(), concluded('CONSENSUS'), approved, shown];
    const hidden = told(
      'RoundtableProtocolUnpublished',
      { meeting, text: { reason: 'names a person' } },
      null,
    );
    expect(written(measureAfter(...before, hidden))).toEqual([]);
    expect(written(measureAfter(...before, closed))).toEqual([]);
    expect(written(measureAfter(...before, closed, opened))).toMatchObject([
      { type: 'MeasureProposed', data: { source: anId(900) } },
    ]);
  });

  it('writes that the measure was proposed, on the day of the meeting, without a word of text', () => {
    expect(
      written(
        measureAfter(
          added(),
          concluded('CONSENSUS', { text: { text: 'All agree' } }),
          approved,
          shown,
        ),
      ),
    ).toEqual([
      {
        type: 'MeasureProposed',
        data: { origin: 'ROUND_TABLE', roundtable: table, source: anId(900) },
        occurredOn: '2025-03-01',
      },
    ]);
  });

  it('writes that a measure was talked about, where nothing was proposed', () => {
    expect(
      written(
        measureAfter(added({ measure, kind: 'STATUS' }), concluded('PARKED'), approved, shown),
      ),
    ).toEqual([
      {
        type: 'MeasureDiscussed',
        data: { result: 'PARKED', roundtable: table, source: anId(900) },
        occurredOn: '2025-03-01',
      },
    ]);
  });

  it('follows an idea into the measure that was made of it', () => {
    const takenUp = told('RoundtableProposalTakenUp', { item, measure }, '2025-03-25');
    expect(
      written(measureAfter(added({}), concluded('MAJORITY'), approved, shown, takenUp)),
    ).toMatchObject([{ type: 'MeasureProposed' }]);
  });

  it('is silent about a dissent until it is released', () => {
    const before = [added(), concluded('DISSENT', { dissent: [club] }), approved, shown];
    const released = told('RoundtableDissentReleased', { item, actor: club }, '2025-04-01');
    expect(measureAfter(...before)).toHaveLength(1);
    expect(written(measureAfter(...before, released))).toMatchObject([
      { type: 'MeasureDiscussed', data: { result: 'DISSENT' } },
    ]);
  });

  it('takes back what the table takes back, and writes the other word where it was another', () => {
    const dropped = told(
      'EntryCorrected',
      {
        entry: anId(900),
        replacement: { item, meeting, result: 'DROPPED' },
        text: { reason: 'misheard' },
      },
      '2025-03-01',
    );
    const before = [added(), concluded('CONSENSUS'), approved, shown];
    expect(written(measureAfter(...before, dropped))).toMatchObject([{ type: 'MeasureProposed' }]);
    expect(written(measureAfter(...before, dropped, approved))).toMatchObject([
      { type: 'MeasureDiscussed', data: { result: 'DROPPED' } },
    ]);
    const voided = told('EntryVoided', { entry: anId(900), text: { reason: 'other table' } }, null);
    expect(written(measureAfter(...before, voided))).toEqual([]);
  });

  it('is corrected at the table only', () => {
    const history = measureAfter(added(), concluded('CONSENSUS'), approved, shown);
    const act = () =>
      decide(
        {
          category: 'measure',
          type: 'EntryVoided',
          data: { entry: history[1]!.id, text: { reason: 'no' } },
          occurredOn: null,
        },
        history,
        { now: '2025-05-01T12:00:00.000Z', references: new Map() },
      );
    expect(act).toThrow(expect.objectContaining({ code: 'entry/correct-at-source' }) as Error);
  });
});
