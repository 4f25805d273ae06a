import type { Unit } from './amount.js';

const powers: Readonly<Record<Unit, readonly (readonly [RegExp, number])[]>> = {
  EUR: [
    [/\bmio\b/i, 8],
    [/\bt\.? ?(?:€|eur)|\bteur\b|\b1[. ]?000 ?(?:€|eur)|\btsd\b|\bk€|\btausend\b/i, 5],
  ],
  KG: [
    [/\bkg\b/i, 0],
    [/\bkt\b|\btsd\.? ?t\b/i, 6],
  ],
  KWH: [
    [/\bgwh\b/i, 6],
    [/\bmwh\b/i, 3],
  ],
};

const usual: Readonly<Record<Unit, number>> = { EUR: 2, KG: 3, KWH: 0 };

/** The power of ten that leads from a bare number in a column to cents, kg or kWh: „Kosten (T€)“, „Einsparung [MWh/a]“. */
export const powerIn = (heading: string, unit: Unit): number =>
  powers[unit].find(([pattern]) => pattern.test(heading))?.[1] ?? usual[unit];
