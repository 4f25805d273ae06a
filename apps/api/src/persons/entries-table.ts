import { csv } from '@klimaspur/exports';
import type { Translate } from '@klimaspur/messages';
import { codeWord } from '../web/words/entry-words.js';
import type { OwnEntry } from './own-entries.js';

/** Own entries as a table, for whoever has no program for the other file. */
export const entriesTable = (entries: readonly OwnEntry[], t: Translate, base: string): string =>
  csv(
    [
      t('person.csv.recordedAt'),
      t('person.csv.occurredOn'),
      t('person.csv.what'),
      t('person.csv.role'),
      t('person.csv.text'),
      t('person.csv.address'),
      t('person.csv.id'),
    ],
    entries.map(({ id, type, role, occurredOn, recordedAt, data, href }) => [
      recordedAt,
      occurredOn ?? '',
      codeWord(t, 'entry', type),
      codeWord(t, 'role', role ?? undefined),
      textsIn(data['text']).join('\n'),
      href === null ? '' : base + href,
      id,
    ]),
  );

/** All that was typed, however deep it lies. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
};
