import type { Past } from '@klimaspur/domain';
import { measureHistory } from './measure-history.js';

const anId = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const event = (
  revision: number,
  type: string,
  data: Record<string, unknown>,
  occurredOn: string | null,
  at = `${occurredOn ?? '2023-01-01'}T12:00:00.000Z`,
): Past =>
  ({
    id: anId(revision),
    revision,
    type,
    data,
    metadata: { occurredOn, recordedAt: at, actor: { person: anId(900), role: 'MONITOR' } },
  }) as Past;

const recorded = event(
  0,
  'MeasureRecorded',
  { municipality: anId(99), text: { title: 'Trees' } },
  null,
);
const started = event(
  1,
  'MeasureImplementationStarted',
  { text: { note: 'First holes dug' } },
  '2023-03-01',
);
const completed = event(2, 'MeasureImplementationCompleted', {}, '2023-06-01');

describe('the history of a measure', () => {
  it('tells the newest effect first, with what each entry changed', () => {
    const history = measureHistory([recorded, started, completed]);
    expect(history.map(({ type, status }) => [type, status])).toEqual([
      ['MeasureImplementationCompleted', { from: 'in-progress', to: 'completed' }],
      ['MeasureImplementationStarted', { from: 'unknown', to: 'in-progress' }],
      ['MeasureRecorded', undefined],
    ]);
  });

  it('puts a late entry where it happened, and says when it was recorded', () => {
    const late = event(3, 'MeasureDelayReported', {}, '2023-04-01', '2023-09-01T12:00:00.000Z');
    const [, second] = measureHistory([recorded, started, completed, late]);
    expect(second).toMatchObject({
      type: 'MeasureDelayReported',
      effectiveOn: '2023-04-01',
      recordedAt: '2023-09-01T12:00:00.000Z',
      status: { from: 'in-progress', to: 'delayed' },
    });
  });

  it('shows a correction and its entry linked both ways, with the original kept', () => {
    const correction = event(
      3,
      'EntryCorrected',
      {
        entry: anId(1),
        replacement: {},
        text: { reason: 'month', replacement: { note: 'Holes dug' } },
      },
      '2023-02-01',
      '2023-07-01T12:00:00.000Z',
    );
    const history = measureHistory([recorded, started, completed, correction]);
    expect(history.find(({ id }) => id === anId(1))).toMatchObject({
      effectiveOn: '2023-02-01',
      data: { text: { note: 'Holes dug' } },
      original: { occurredOn: '2023-03-01', data: { text: { note: 'First holes dug' } } },
      correctedBy: [anId(3)],
    });
    expect(history.find(({ id }) => id === anId(3))).toMatchObject({ about: anId(1) });
  });

  it('keeps a voided entry in sight, without effect', () => {
    const voided = event(
      3,
      'EntryVoided',
      { entry: anId(2), text: { reason: 'other street' } },
      null,
      '2023-07-01T12:00:00.000Z',
    );
    const history = measureHistory([recorded, started, completed, voided]);
    const gone = history.find(({ id }) => id === anId(2));
    expect(gone).toMatchObject({ voidedBy: anId(3) });
    expect(gone?.status).toBeUndefined();
  });

  it('shows evidence added later at the entry it belongs to', () => {
    const added = event(
      3,
      'EvidenceAdded',
      { entry: anId(1), text: { evidence: [{ kind: 'photo', title: 'A hole' }] } },
      null,
      '2023-07-01T12:00:00.000Z',
    );
    const history = measureHistory([recorded, started, added]);
    expect(history.find(({ id }) => id === anId(1))?.evidence).toEqual([
      { kind: 'photo', title: 'A hole' },
    ]);
  });

  it('leaves out what was not known yet', () => {
    const voided = event(
      3,
      'EntryVoided',
      { entry: anId(2), text: { reason: 'other street' } },
      null,
      '2023-07-01T12:00:00.000Z',
    );
    const history = measureHistory([recorded, started, completed, voided], {
      knownAt: Date.parse('2023-06-30T00:00:00Z'),
    });
    expect(history).toHaveLength(3);
    expect(history.find(({ id }) => id === anId(2))?.voidedBy).toBeNull();
  });
});
