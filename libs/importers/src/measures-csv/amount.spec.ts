import * as fc from 'fast-check';
import { readAmount } from './amount.js';

describe('a German amount', () => {
  it.each([
    ['72000', 100, 7_200_000],
    ['10.000.000', 100, 1_000_000_000],
    ['1.234,56', 100, 123_456],
    ['1234,5 €', 100, 123_450],
    ['500.000 EUR', 100, 50_000_000],
    ['0', 100, 0],
    ['3.500', 1000, 3_500_000],
    ['1954', 1000, 1_954_000],
    ['12,345', 1000, undefined],
    ['0,5 t', 1000, 500],
    ['740 t CO₂', 1000, 740_000],
    ['600.000.000 kWh', 1, 600_000_000],
    ['10 000 000', 1, 10_000_000],
    ['1\u202f954', 1, 1954],
    ['1,234.56', 100, 123_456],
    ['1,234,567', 1, 1_234_567],
    ['3.5', 1000, 3500],
  ] as const)('%s × %i is %s', (said, scale, amount) => {
    expect(readAmount(said, scale)).toBe(amount);
  });

  it.each([
    '',
    'ca. 5000',
    '2 Mio.',
    '-5',
    '1,234',
    '1.23.456',
    '1.2345',
    '12,345.6,7',
    '1e9',
    'k. A.',
    '0,001',
    '99999999999999999',
    'Infinity',
    '0x10',
    '5000–6000',
    '=1+1',
  ])('%j is none, or could be two', (said) => {
    expect(readAmount(said, 100)).toBeUndefined();
  });

  it('reads back every amount that our export writes', () => {
    fc.assert(
      fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (cents) => {
        const rest = cents % 100;
        const written =
          String(Math.trunc(cents / 100)) + (rest ? `,${String(rest).padStart(2, '0')}` : '');
        expect(readAmount(written, 100)).toBe(cents);
      }),
    );
  });
});
