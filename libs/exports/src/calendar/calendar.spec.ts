import { roundtableState, timeline, type Past } from '@klimaspur/domain';
import ical, { type VEvent } from 'node-ical';
import { calendarOf } from './calendar.js';

const anId = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [rhythm, single, stood, called] = [1, 2, 3, 4].map(anId) as [string, string, string, string];

type Told = readonly [type: string, data: Record<string, unknown>, on?: string, id?: string];

/** What a round table says, told in a few words. */
const table = (...told: readonly Told[]) =>
  roundtableState(
    timeline(
      told.map(([type, data, on, id], revision): Past => ({
        id: id ?? anId(100 + revision),
        revision,
        type,
        data,
        metadata: { occurredOn: on ?? null, recordedAt: '2026-01-10T12:00:00.000Z' },
      })),
    ),
  );

const founded: Told = [
  'RoundtableFounded',
  {
    municipality: anId(9),
    format: 'STANDING_MEETING',
    text: { name: 'Umweltamt, alle sechs Wochen' },
  },
];
const everySixWeeks: Told = [
  'RoundtableRhythmSet',
  {
    from: '2026-02-10',
    every: 6,
    unit: 'WEEK',
    time: '17:30',
    minutes: 90,
    text: { place: 'Rathaus; Raum 2, „Ost“' },
  },
  undefined,
  rhythm,
];
const convened = (meeting: string, terms: Record<string, unknown>): Told => [
  'RoundtableMeetingConvened',
  { meeting, ...terms },
];

const options = { name: 'Musterstadt', lang: 'de', stamp: '2026-01-10T00:00:00Z' } as const;
const written = (...told: readonly Told[]) =>
  calendarOf([{ state: table(founded, ...told), url: 'https://example.org/de/tisch' }], options);
/** As another program reads it. */
const read = (...told: readonly Told[]) =>
  Object.values(ical.sync.parseICS(written(...told))).filter(
    (entry) => entry?.type === 'VEVENT',
  ) as VEvent[];

const instants = (event: VEvent, from: string, to: string) =>
  event.rrule!.between(new Date(from), new Date(to), true).map((at) => at.toISOString());

describe('the calendar of a round table', () => {
  it('keeps a rhythm at the same hour of Berlin before and after the clocks change', () => {
    const [series] = read(everySixWeeks);
    expect(series?.uid).toBe(`${rhythm}@klimaspur`);
    expect(instants(series!, '2026-02-01', '2026-12-31')).toEqual([
      '2026-02-10T16:30:00.000Z',
      '2026-03-24T16:30:00.000Z',
      '2026-05-05T15:30:00.000Z',
      '2026-06-16T15:30:00.000Z',
      '2026-07-28T15:30:00.000Z',
      '2026-09-08T15:30:00.000Z',
      '2026-10-20T15:30:00.000Z',
      '2026-12-01T16:30:00.000Z',
    ]);
    expect(series!.end!.getTime() - series!.start.getTime()).toBe(90 * 60_000);
    expect(series!.location).toBe('Rathaus; Raum 2, „Ost“');
  });

  it('moves one day of the rhythm under the same UID', () => {
    const [series, ...others] = read(
      everySixWeeks,
      convened(stood, { on: '2026-05-05', occurrence: '2026-05-05', text: { topic: 'Dächer' } }),
      ['RoundtableMeetingMoved', { meeting: stood, on: '2026-05-07', time: '18:00' }, '2026-01-09'],
    );
    expect(others).toEqual([]);
    const moved = Object.values(series!.recurrences ?? {})[0] as unknown as VEvent;
    expect(moved).toMatchObject({
      uid: `${rhythm}@klimaspur`,
      summary: 'Umweltamt, alle sechs Wochen: Dächer',
    });
    expect(String(moved.sequence)).toBe('1');
    expect(moved.recurrenceid).toEqual(new Date('2026-05-05T15:30:00Z'));
    expect(moved.start).toEqual(new Date('2026-05-07T16:00:00Z'));
  });

  it('moves a single meeting under its own UID', () => {
    const before = read(convened(single, { on: '2026-04-02', time: '19:00' }))[0]!;
    const after = read(convened(single, { on: '2026-04-02', time: '19:00' }), [
      'RoundtableMeetingMoved',
      { meeting: single, on: '2026-04-09' },
      '2026-01-09',
    ])[0]!;
    expect([before.uid, after.uid]).toEqual([`${single}@klimaspur`, `${single}@klimaspur`]);
    expect([String(before.sequence), String(after.sequence)]).toEqual(['0', '1']);
    expect([before.start, after.start]).toEqual([
      new Date('2026-04-02T17:00:00Z'),
      new Date('2026-04-09T17:00:00Z'),
    ]);
  });

  it('says of a meeting that was called off that it was', () => {
    const off: Told = ['RoundtableMeetingCancelled', { meeting: called }, '2026-01-09'];
    expect(read(convened(called, { on: '2026-04-02' }), off)[0]).toMatchObject({
      status: 'CANCELLED',
      datetype: 'date',
    });
  });

  it('ends a rhythm where the next one begins', () => {
    const next: Told = [
      'RoundtableRhythmSet',
      { from: '2026-01-09', every: 1, unit: 'MONTH' },
      '2026-01-09',
      anId(8),
    ];
    const [first, second] = read(
      [everySixWeeks[0], { ...everySixWeeks[1], from: '2025-10-07' }, '2025-09-01', rhythm],
      next,
    );
    expect(instants(first!, '2025-09-01', '2026-12-31')).toEqual([
      '2025-10-07T15:30:00.000Z',
      '2025-11-18T16:30:00.000Z',
      '2025-12-30T16:30:00.000Z',
    ]);
    expect(second?.rrule?.toString()).toContain('BYDAY=2FR');
  });

  it('writes no series of which no day is left', () => {
    const ended: Told = ['RoundtableRhythmEnded', {}, '2026-01-10'];
    expect(read(everySixWeeks, ended)).toEqual([]);
    expect(written(everySixWeeks, ended)).not.toContain('BEGIN:VEVENT');
  });

  it('keeps the UID of a meeting whose rhythm ends before its day', () => {
    const met = convened(stood, { on: '2026-05-07', occurrence: '2026-05-05' });
    const uids = (...told: readonly Told[]) =>
      [...written(...told).matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid);
    const ways: readonly Told[][] = [
      [],
      [['RoundtableRhythmEnded', {}, '2026-01-10']],
      [
        [
          'RoundtableRhythmSet',
          { from: '2026-04-01', every: 2, unit: 'WEEK' },
          '2026-01-10',
          single,
        ],
      ],
      [['RoundtableEnded', {}, '2026-01-10']],
    ];
    for (const way of ways) {
      expect(uids(everySixWeeks, met, ...way).slice(0, 1)).toEqual([`${rhythm}@klimaspur`]);
      expect(uids(everySixWeeks, met, ...way).at(-1)).toBe(`${rhythm}@klimaspur`);
      const [series] = read(everySixWeeks, met, ...way);
      const moved = Object.values(series!.recurrences ?? {})[0] as unknown as VEvent;
      expect(moved.start.toISOString().slice(0, 10)).toBe('2026-05-07');
    }
  });

  it('calls off what would follow the end of the table', () => {
    const [off] = read(convened(single, { on: '2026-04-02' }), [
      'RoundtableEnded',
      {},
      '2026-01-10',
    ]);
    expect([off?.status, String(off?.sequence)]).toEqual(['CANCELLED', '1']);
  });

  it('keeps the second Tuesday of a month at the same hour over the change of the clocks', () => {
    const [series] = read([
      'RoundtableRhythmSet',
      { from: '2026-02-10', every: 1, unit: 'MONTH', time: '17:30' },
    ]);
    expect(instants(series!, '2026-02-01', '2026-05-01')).toEqual([
      '2026-02-10T16:30:00.000Z',
      '2026-03-10T16:30:00.000Z',
      '2026-04-14T15:30:00.000Z',
    ]);
  });

  it('leaves out a meeting of which only the month is known', () => {
    expect(read(convened(single, { on: '2026-04' }))).toEqual([]);
  });

  it('says how to join only where it is told', () => {
    const told = [founded, convened(single, { on: '2026-04-02' })] as const;
    const links = { joinLinks: new Map([[single, 'https://konferenz.example/raum']]) };
    const url = 'https://example.org/de/tisch';
    expect(calendarOf([{ state: table(...told), url, ...links }], options)).toContain(
      'DESCRIPTION:https://konferenz.example/raum',
    );
    expect(written(told[1])).not.toContain('konferenz');
  });

  it('folds long lines and ends them as the standard says', () => {
    const long = written(convened(single, { on: '2026-04-02', text: { topic: 'Ä'.repeat(200) } }));
    expect(long.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(long.replaceAll('\r\n', '')).not.toContain('\n');
  });
});
