import type { Status } from '@klimaspur/domain';
import { formatNumber, type Lang, type Translate } from '@klimaspur/messages';
import type { Municipality } from '@klimaspur/read-models';
import type { Counts } from '../charts/counts.js';
import { statuses } from '../charts/palette.js';
import type { AskedMoment } from '../../reading/moment.js';
import { sourceOf } from '../town/town-parts.js';
import { momentWords } from '../words/moment-words.js';
import type { Card, Shape } from './drawing/card.js';

/** Something that people may pass on, in words. */
export interface Shared {
  readonly town: Municipality;
  /** The invented town: whoever meets the picture elsewhere must not take it for a real one. */
  readonly example: boolean;
  /** The moment for which it speaks; `knownAt` only where somebody asked what was known then. */
  readonly moment: Pick<AskedMoment, 'asOf' | 'knownAt'>;
  readonly path: (lang: Lang) => string;
  /** „Maßnahme E 1.1“ */
  readonly kind?: string;
  readonly title: string;
  /** As the text calls it: „Solarstrom für Schulen“ (Musterstadt). */
  readonly named: (title: string) => string;
  readonly badge?: { readonly look: Status | 'elsewhere'; readonly word: string };
  /** What happened, and when. */
  readonly fact?: string;
  /** Where the fact takes too much room: since when the word holds. */
  readonly since?: string;
  readonly counts?: Counts;
}

/** What stands on the picture. `address`: the page, as people may type it. */
export const cardOf = (
  shared: Shared,
  { t, shape, address }: { readonly t: Translate; readonly shape: Shape; readonly address: string },
): Card => {
  const { title, badge, fact, counts } = shared;
  return {
    shape,
    product: t('product.name'),
    kicker: kickerOf(shared, t),
    title,
    ...(badge ? { badge } : {}),
    ...(fact ? { fact } : {}),
    ...(counts
      ? {
          bar: {
            counts,
            words: byStatus((status) => t(`status.${status}`)),
            numbers: byStatus((status) => formatNumber(counts[status], t.lang)),
          },
        }
      : {}),
    notes: notesOf(shared, t),
    address: address.replace(/^https?:\/\//, ''),
  };
};

/** The picture for those who do not see it: all that stands on it. */
export const altOf = (shared: Shared, t: Translate): string => {
  const { title, badge, fact, counts } = shared;
  const parts = statuses.flatMap((status) =>
    counts && counts[status] > 0
      ? [`${formatNumber(counts[status], t.lang)} ${t(`status.${status}`)}`]
      : [],
  );
  return [
    kickerOf(shared, t).join(', '),
    title,
    badge?.word,
    parts.join(', '),
    fact,
    ...notesOf(shared, t),
  ]
    .flatMap((words) => (words ? [sentence(words)] : []))
    .join(' ');
};

export const capital = (words: string): string =>
  `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;

/** Where no picture is: what it is, how it stands, what happened when, and for which day that holds. */
export const summaryOf = (shared: Shared, t: Translate): string => {
  const { badge, fact, title, moment } = shared;
  const stands = `${kickerOf(shared, t).join(', ')}: ${badge?.word ?? title}`;
  return [stands, ...(fact ? [fact] : []), momentWords(moment, t)].map(sentence).join(' ');
};

const sentence = (words: string): string => `${capital(words).replace(/\.$/, '')}.`;

const kickerOf = ({ example, town, kind }: Shared, t: Translate): string[] => [
  ...(example ? [t('example.heading')] : []),
  town.name,
  ...(kind ? [kind] : []),
];

const notesOf = ({ town, moment }: Shared, t: Translate): string[] => [
  t('chart.source', { source: sourceOf({ t, town }) }),
  momentWords(moment, t),
  ...(town.observers?.relation === 'MUNICIPALITY' ? [] : [t('town.unofficial')]),
];

const byStatus = (words: (status: Status) => string): Readonly<Record<Status, string>> =>
  Object.fromEntries(statuses.map((status) => [status, words(status)])) as Record<Status, string>;
