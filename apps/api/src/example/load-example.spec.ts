import { catalogue } from '@klimaspur/domain';
import { openEventStore, type EventStore } from '@klimaspur/event-store';
import { atTheStart, type Place, PolicyRunner } from '../policies/policy-runner.js';
import { isHoliday } from './holidays.js';
import { loadExample } from './load-example.js';
import { musterstadt } from './musterstadt/musterstadt.js';
import { ruesselsheim } from './ruesselsheim.js';
import { daysToShift, shiftDate, shiftDates, shiftInstant, shiftStep } from './shift.js';
import { retell } from './testing/retell.js';

let store: EventStore;
beforeEach(async () => {
  store = await openEventStore('sqlite::memory:');
});
afterEach(() => store.close());

const world = () => {
  let place = atTheStart;
  const bookmark = { read: () => place, write: (next: Place) => void (place = next) };
  return { store, policies: new PolicyRunner(store, bookmark) };
};
const all = () => store.readAll(null, 100_000);
const example = (now: string) =>
  ({ name: 'musterstadt', steps: musterstadt, now, ending: 'this-week' }) as const;

/** Neither did the example come from another server, nor will it go to one. */
const staysHere = (type: string) => !/^Source|^MunicipalityMoved$/.test(type);

describe('the example', () => {
  it('goes through the commands, and leaves every kind of event', async () => {
    await loadExample(world(), example('2026-11-24T10:00:00.000Z'));
    const types = new Set((await all()).map(({ type }) => type));
    expect([...types].sort()).toEqual(Object.keys(catalogue).filter(staysHere).sort());
  });

  it('ends this week, whenever it is loaded, and keeps its weekdays', async () => {
    for (const now of ['2025-03-04T10:00:00.000Z', '2029-08-01T10:00:00.000Z']) {
      const last = musterstadt.at(-1)!.at;
      const days = daysToShift(last, now);
      const ends = Date.parse(shiftInstant(last, days));
      expect(Math.abs(days % 7)).toBe(0);
      expect(ends).toBeLessThanOrEqual(Date.parse(now));
      expect(Date.parse(now) - ends).toBeLessThan(7 * 86_400_000);
    }
    expect(shiftDate('2024-02-26', 7)).toBe('2024-03-04');
    expect([shiftDate('2024-02', 28), shiftDate('2024', 364)]).toEqual(['2024-03', '2025']);
    const sheet = (start: string) => ({ text: { steps: [{ text: 'Bauen', start }] } });
    expect(shiftDates(sheet('2024-02'), 28)).toEqual(sheet('2024-03'));
  });

  it.each(['2026-11-24T10:00:00.000Z', '2027-06-02T10:00:00.000Z', '2028-01-12T10:00:00.000Z'])(
    'loaded on %s lets no body meet on a holiday or at a weekend',
    async (now) => {
      await loadExample(world(), example(now));
      const days = (await all())
        .filter(({ type }) => /Deliberated|Decided|DecisionRecorded|MeetingHeld/.test(type))
        .map(({ metadata }) => String(metadata['occurredOn']))
        .filter((day) => day.length === 10);
      const off = days.filter(
        (day) => isHoliday(day) || [0, 6].includes(new Date(day).getUTCDay()),
      );
      expect([days.length > 50, off]).toEqual([true, []]);
    },
  );

  it('is accepted in whatever season it is loaded', () => {
    const last = musterstadt.at(-1)!.at;
    const refused = Array.from({ length: 20 }, (_, quarter) => {
      const now = new Date(Date.UTC(2026, 3 * quarter, 3 + quarter, 10)).toISOString();
      const days = daysToShift(last, now);
      return retell(musterstadt.map((step) => shiftStep(step, days))).refused;
    });
    expect(refused.flat()).toEqual([]);
  });

  it('is loaded once: a second load, or one after a break, adds what is missing and nothing else', async () => {
    const { policies } = world();
    const half = { ...example('2026-11-24T10:00:00.000Z'), steps: musterstadt.slice(0, 120) };
    await loadExample({ store, policies }, { ...half, ending: undefined });
    await loadExample(
      { store, policies },
      { ...example('2026-11-24T10:00:00.000Z'), ending: undefined },
    );
    const before = (await all()).map(({ id }) => id);
    await loadExample(
      { store, policies },
      { ...example('2026-11-24T10:00:00.000Z'), ending: undefined },
    );
    expect((await all()).map(({ id }) => id)).toEqual(before);
  });

  it('of Rüsselsheim keeps its own dates', async () => {
    await loadExample(world(), {
      name: 'ruesselsheim',
      steps: ruesselsheim,
      now: '2026-11-24T10:00:00.000Z',
    });
    const decided = (await all()).find(({ type }) => type === 'DecisionRecorded');
    expect(decided?.metadata['occurredOn']).toBe('2022-12-15');
  });
});
