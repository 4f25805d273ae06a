import { nextDates } from '@klimaspur/domain';
import { csv } from '@klimaspur/exports';
import type { Translate } from '@klimaspur/messages';
import type { RoundtableDetail } from '@klimaspur/read-models';
import { codeWord } from '../../words/entry-words.js';

/** Those with a name, and those without. */
export const seatsOf = ({ seats, unnamed }: RoundtableDetail): number =>
  seats.filter(({ ended }) => !ended).length + unnamed.seats;

export const publishedMinutes = ({ meetings }: RoundtableDetail): number =>
  meetings.filter(({ protocol }) => protocol.step === 'PUBLISHED').length;

/** Within the next half-year, the earliest first. */
export const comingDates = (table: RoundtableDetail, today: string) =>
  nextDates(table, { from: today, days: 180 });

/** One row for each round table, as the page lists them, with its next dates. */
export const tablesCsv = (
  tables: readonly RoundtableDetail[],
  { t, today }: { readonly t: Translate; readonly today: string },
): string =>
  csv(
    [
      ...[t('roundtable.one'), t('roundtable.topic'), t('roundtable.format')],
      ...[t('roundtable.seats'), t('roundtable.minutes.count'), t('roundtable.coming')],
      ...[t('roundtable.isEnded'), 'roundtable'],
    ],
    tables.map((table) => [
      ...[
        table.name,
        table.described?.text?.topic ?? '',
        codeWord(t, 'roundtableFormat', table.format),
      ],
      ...[String(seatsOf(table)), String(publishedMinutes(table))],
      comingDates(table, today)
        .map(({ on }) => on)
        .join(', '),
      ...[table.ended ? (table.ended.on ?? t('answer.yes')) : '', table.id],
    ]),
  );
