import { knownParameter, momentFrom, momentNames } from './moment.js';

const now = '2026-11-24T10:00:00.000Z';
const api = (query: object) => momentFrom(query as Record<string, unknown>, momentNames.api, now);

describe('the moment a question is about', () => {
  it('is today, with all that is known, where nothing is named', () => {
    expect(api({})).toEqual({ asOf: '2026-11-24', past: false });
    expect(api({ asOf: '' })).toEqual({ asOf: '2026-11-24', past: false });
  });

  it('may be a day, in the words of each language', () => {
    expect(momentFrom({ stand: '2024-05-01' }, momentNames.de, now)).toEqual({
      asOf: '2024-05-01',
      past: true,
    });
    expect(momentFrom({ 'as-of': '2024-05-01' }, momentNames.en, now).asOf).toBe('2024-05-01');
  });

  it('counts a day of knowledge to its end in Berlin, in summer as in winter', () => {
    expect(api({ knownAt: '2026-07-01' }).knownAt).toBe(Date.parse('2026-07-01T21:59:59.999Z'));
    expect(api({ knownAt: '2026-01-31' }).knownAt).toBe(Date.parse('2026-01-31T22:59:59.999Z'));
    expect(api({ knownAt: '2026-01-31T12:00:00Z' }).knownAt).toBe(
      Date.parse('2026-01-31T12:00:00Z'),
    );
  });

  it('takes an hour and a minute as the clock in Berlin shows them, to the end of the minute', () => {
    expect(api({ knownAt: '2026-07-01T12:05' }).knownAt).toBe(
      Date.parse('2026-07-01T10:05:59.999Z'),
    );
    expect(api({ knownAt: '2026-01-31T12:05' }).knownAt).toBe(
      Date.parse('2026-01-31T11:05:59.999Z'),
    );
    expect(() => api({ knownAt: '2026-01-31T25:05' })).toThrow('field/not-a-day');
  });

  it('is written as the day that it ends, or to the millisecond', () => {
    const { knownAt = 0 } = api({ knownAt: '2026-07-01' });
    expect(knownParameter(knownAt)).toBe('2026-07-01');
    expect(knownParameter(knownAt - 1)).toBe('2026-07-01T21:59:59.998Z');
  });

  it.each([
    { asOf: '2026-11-25' },
    { asOf: '2099-01-01' },
    { knownAt: '2026-11-25' },
    { knownAt: '2026-11-24T10:06:00Z' },
    { knownAt: '2099-01-01T00:00:00Z' },
  ])('is no time to come, as %j: nobody knows it', (query) =>
    expect(() => api(query)).toThrow('query/future-day'),
  );

  it('is now and today also for those whose clock is a little ahead', () => {
    const ahead = '2026-11-24T10:04:59.000Z';
    expect(api({ knownAt: ahead }).knownAt).toBe(Date.parse(ahead));
    const midnight = '2026-11-24T22:59:00.000Z';
    expect(momentFrom({ asOf: '2026-11-25' }, momentNames.api, midnight).asOf).toBe('2026-11-25');
    expect(api({ knownAt: '2026-11-24' }).past).toBe(true);
  });

  it.each([{ asOf: 'yesterday' }, { asOf: '2024-02-30' }, { asOf: '2024' }, { knownAt: 'now' }])(
    'is refused by name as %j',
    (query) => expect(() => api(query)).toThrow('field/not-a-day'),
  );
});
