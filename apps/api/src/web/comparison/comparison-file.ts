import { csv } from '@klimaspur/exports';
import type { Translate } from '@klimaspur/messages';
import { fieldPathName } from '../words/field-names.js';
import { codeWord } from '../words/entry-words.js';
import { changeSentence, correctionWords } from './comparison-words.js';
import {
  type ComparisonView,
  correctedIn,
  recordedSince,
  type ToldChange,
} from './comparison.view.js';

/** One row for each change: what the page tells, for tables. */
export const comparisonCsv = ({ items, scope }: ComparisonView, t: Translate): string => {
  const measure = ({ item }: Pick<ToldChange, 'item'>) => [
    item.place?.number ?? '',
    item.title,
    item.place?.fieldPath.length ? fieldPathName(item.place.fieldPath) : '',
  ];
  const stands = ({ item }: Pick<ToldChange, 'item'>) =>
    [item.before, item.after].map((stand) =>
      stand ? codeWord(t, 'status', stand.status ?? 'elsewhere') : '',
    );
  const note = (
    item: ToldChange['item'],
    kind: string,
    on: string,
    entry: string,
    words: string,
  ) => [
    ...measure({ item }),
    ...[t(`compare.kind.${kind as 'corrected' | 'added'}`), words],
    ...stands({ item }),
    ...[on, '', '', '', entry, item.id],
  ];
  return csv(
    [
      t('compare.file.number'),
      t('alliance.measure'),
      t('chart.field'),
      t('compare.file.kind'),
      t('compare.file.sentence'),
      ...[t('compare.file.before'), t('compare.file.after')],
      t('compare.file.on'),
      ...[t('compare.file.from'), t('compare.file.to'), t('compare.file.days')],
      ...['entry', 'measure'],
    ],
    [
      ...items.flatMap((item) =>
        item.changes.map((change) => [
          ...measure({ item }),
          t(`compare.kind.${change.kind}`),
          changeSentence({ item, change }, scope, t),
          ...stands({ item }),
          change.on ?? '',
          ...[change.from ?? '', change.to ?? ''],
          change.days === undefined || change.days === null ? '' : String(change.days),
          ...[change.entry ?? '', item.id],
        ]),
      ),
      ...recordedSince(items).map((item) =>
        note(item, 'added', item.recordedOn ?? '', '', t('compare.recorded')),
      ),
      ...correctedIn(items).map((item) =>
        note(item, 'corrected', '', item.corrections?.entry ?? '', correctionWords(item, t)),
      ),
    ],
  );
};
