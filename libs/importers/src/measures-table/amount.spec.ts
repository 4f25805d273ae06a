import * as fc from 'fast-check';
import { isLeftOpen, isNothing, readAmount, roundedAmount } from './amount.js';

const usual = { EUR: 2, KG: 3, KWH: 0 } as const;
const read = (said: string, unit: keyof typeof usual) => readAmount(said, unit, usual[unit]);

describe('a German amount', () => {
  it.each([
    ['72000', 'EUR', 7_200_000],
    ['10.000.000', 'EUR', 1_000_000_000],
    ['1.234,56', 'EUR', 123_456],
    ['1234,5 €', 'EUR', 123_450],
    ['500.000 EUR', 'EUR', 50_000_000],
    ['5.000,- €', 'EUR', 500_000],
    ['0', 'EUR', 0],
    ['350.000,00 €', 'EUR', 35_000_000],
    ['1,2 Mio. Euro', 'EUR', 120_000_000],
    ['EUR 350.000', 'EUR', 35_000_000],
    ['€ 1.200,50', 'EUR', 120_050],
    ['350 T EUR', 'EUR', 35_000_000],
    ['12 k€', 'EUR', 1_200_000],
    ['5.000,– €', 'EUR', 500_000],
    ['1,2 Mio. €', 'EUR', 120_000_000],
    ['2 Mio.', 'EUR', 200_000_000],
    ['250 T€', 'EUR', 25_000_000],
    ['80 Tsd. Euro', 'EUR', 8_000_000],
    ['3.500', 'KG', 3_500_000],
    ['1954', 'KG', 1_954_000],
    ['0,5 t', 'KG', 500],
    ['740 t CO₂', 'KG', 740_000],
    ['740 t CO2-Äq.', 'KG', 740_000],
    ['12 kt', 'KG', 12_000_000],
    ['850 kg', 'KG', 850],
    ['600.000.000 kWh', 'KWH', 600_000_000],
    ['1,5 GWh', 'KWH', 1_500_000],
    ['35 MWh', 'KWH', 35_000],
    ['10 000 000', 'KWH', 10_000_000],
    ['1\u202f954', 'KWH', 1954],
    ['1,234.56', 'EUR', 123_456],
    ['1,234,567', 'KWH', 1_234_567],
    ['3.5', 'KG', 3500],
  ] as const)('%s in %s is %s', (said, unit, value) => {
    expect(read(said, unit)).toEqual({ value, perYear: false, exact: true });
  });

  it.each([
    ['30.000 €/a', { value: 3_000_000, perYear: true, exact: true }],
    ['30.000 € pro Jahr', { value: 3_000_000, perYear: true, exact: true }],
    ['jährlich 5', undefined],
    ['ca. 1,2 Mio. €', { value: 120_000_000, perYear: false, exact: false }],
    ['rund 5000 € (geschätzt)', { value: 500_000, perYear: false, exact: false }],
    ['50.000 – 80.000 €', { value: 5_000_000, max: 8_000_000, perYear: false, exact: false }],
    ['50 bis 80 T€/a', { value: 5_000_000, max: 8_000_000, perYear: true, exact: false }],
    ['80–50 €', undefined],
    ['50–80.000 €', undefined],
    ['rd. 350 T€', { value: 35_000_000, perYear: false, exact: false }],
    ['50-80 TEUR', { value: 5_000_000, max: 8_000_000, perYear: false, exact: false }],
    [
      'zwischen 50.000 und 80.000 €',
      { value: 5_000_000, max: 8_000_000, perYear: false, exact: false },
    ],
    ['bis zu 80.000 €', { value: 8_000_000, bound: 'AT_MOST', perYear: false, exact: false }],
    ['max. 50 T€', { value: 5_000_000, bound: 'AT_MOST', perYear: false, exact: false }],
    ['> 100.000 €', { value: 10_000_000, bound: 'AT_LEAST', perYear: false, exact: false }],
    ['350.000 € brutto', { value: 35_000_000, perYear: false, exact: false }],
  ])('%s says more than a number', (said, amount) => {
    expect(read(said, 'EUR')).toEqual(amount);
  });

  it.each([
    '',
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
    'viel €',
    'siehe Anlage',
    '50.000 € + Personal',
    '3 x 5.000 €',
    '=1+1',
  ])('%j is none, or could be two', (said) => {
    expect(read(said, 'EUR')).toBeUndefined();
  });

  it('reads back every amount that our export writes', () => {
    fc.assert(
      fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (cents) => {
        const rest = cents % 100;
        const written =
          String(Math.trunc(cents / 100)) + (rest ? `,${String(rest).padStart(2, '0')}` : '');
        expect(read(written, 'EUR')).toEqual({ value: cents, perYear: false, exact: true });
        const inCell =
          String(Math.trunc(cents / 100)) + (rest ? `.${String(rest).padStart(2, '0')}` : '');
        expect(roundedAmount(inCell, 2)).toBe(cents);
      }),
    );
  });

  it.each([
    ['33.33333', 2, 3333],
    ['0.005', 2, 1],
    ['12', 3, 12_000],
    ['-1', 2, undefined],
  ])('out of a cell, %s is rounded', (number, power, value) => {
    expect(roundedAmount(number, power)).toBe(value);
  });

  it.each(['nicht beziffert', 'Nicht quantifizierbar', 'nicht bezifferbar.'])(
    '%s is left open',
    (said) => expect(isLeftOpen(said)).toBe(true),
  );

  it.each(['-', '–', 'k.A.', 'k. A.', 'k.a.', 'n. n.', 'N.N.', 'n/a', './.', '?', 'offen', 'tbd'])(
    '%s says nothing',
    (said) => {
      expect(isNothing(said)).toBe(true);
      expect(isLeftOpen(said)).toBe(false);
    },
  );
});
