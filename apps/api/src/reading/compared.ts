import { addDays, type Day } from '@klimaspur/domain';
import type { Lang } from '@klimaspur/messages';
import type { ComparedMoments, View } from '@klimaspur/read-models';
import { momentFrom } from './moment.js';
import { checkPeriod } from './period.js';
import type { Reading } from './reader.js';

/** How the two moments of a comparison are called: in the API, and on the pages of each language. */
export const comparedNames = {
  api: { from: 'from', to: 'to', knownFrom: 'fromKnownAt', knownTo: 'toKnownAt' },
  de: { from: 'von', to: 'bis', knownFrom: 'kenntnisstand-von', knownTo: 'kenntnisstand-bis' },
  en: { from: 'from', to: 'to', knownFrom: 'from-known-at', knownTo: 'to-known-at' },
} as const satisfies Record<
  'api' | Lang,
  Readonly<Record<'from' | 'to' | 'knownFrom' | 'knownTo', string>>
>;

type Query = Readonly<Record<string, unknown>>;

const HALF_A_YEAR = 183;

/** The day from which is compared where nobody names one. */
export const usualBegin = (to: Day): Day => addDays(to, -HALF_A_YEAR);

/**
 * Reads the two moments from an address. Both are known as far as the question says, unless one of them is asked for
 * as it was known then; the second is the day of the question, and the first half a year before.
 */
export const comparedMoments = (
  { view, now }: Reading,
  query: Query,
  language: keyof typeof comparedNames,
): ComparedMoments => {
  const names = comparedNames[language];
  const at = (day: string, known: string, usual: () => Day): View => {
    const said = momentFrom(query, { asOf: day, knownAt: known }, now);
    const isSaid = query[day] !== undefined && query[day] !== '';
    const knownAt = said.knownAt ?? view.knownAt;
    return {
      asOf: isSaid ? said.asOf : usual(),
      ...(knownAt === undefined ? {} : { knownAt }),
      viewer: view.viewer,
    };
  };
  const to = at(names.to, names.knownTo, () => view.asOf);
  const from = at(names.from, names.knownFrom, () => usualBegin(to.asOf));
  checkPeriod({ from: from.asOf, to: to.asOf }, undefined, names);
  return { from, to };
};
