import {
  columnKeys,
  type GuessedColumn,
  type SheetReading,
  statusMeanings,
} from '@klimaspur/importers';
import { formatNumber, type Translate } from '@klimaspur/messages';
import type { ComponentChildren } from 'preact';
import { CheckboxGroup, SelectField } from '../components/choices.js';
import { Notice } from '../components/notice.js';
import { TextField } from '../components/text-fields.js';
import { Fold } from '../forms/form.js';
import { codeWord } from '../words/entry-words.js';

interface ReadingProps {
  readonly t: Translate;
  readonly reading: SheetReading;
}

/** Every column with what it is taken for and what stands in it. */
export const Columns = ({ t, reading }: ReadingProps) => (
  <Fold
    title={t('import.columns')}
    hint={t('import.columns.hint', { count: reading.columns.length })}
    open={reading.columns.some(isAsked)}
  >
    {reading.unplaced.length === 0 ? null : (
      <Notice kind="warning">
        <p>{t('import.unplaced', { columns: reading.unplaced.join(', ') })}</p>
      </Notice>
    )}
    <AskedFirst
      items={reading.columns}
      isAsked={isAsked}
      others={(count) => t('import.columns.others', { count })}
      field={(column) => <ColumnField t={t} column={column} />}
    />
    <Fold title={t('import.sheet')} open={reading.sheets.length > 1}>
      {reading.sheets.length > 1 ? <Sheets t={t} reading={reading} /> : null}
      <TextField
        t={t}
        name="headingRow"
        label={t('import.headingRow')}
        value={String(reading.headingRow)}
      />
      <SelectField
        t={t}
        name="dateOrder"
        label={t('import.dateOrder')}
        value={reading.mapping.dateOrder ?? 'DMY'}
        choices={[
          { value: 'DMY', label: t('import.dateOrder.DMY') },
          { value: 'MDY', label: t('import.dateOrder.MDY') },
        ]}
      />
    </Fold>
  </Fold>
);

/** All sheets of the file, and why those that are not read are not. */
const Sheets = ({ t, reading: { sheets } }: ReadingProps) => (
  <CheckboxGroup
    t={t}
    name="sheets"
    label={t('import.sheets')}
    hint={t('import.sheets.hint')}
    chosen={sheets.flatMap(({ name, use }) => (use === 'read' ? [name] : []))}
    choices={sheets.map(({ name, use }) => ({
      value: name,
      label: name,
      lang: 'de',
      hint: t(`import.sheet.use.${use}`),
    }))}
  />
);

/** Somebody has to say what such a column is. */
const isAsked = ({ target, reason }: GuessedColumn) =>
  target === null && (reason === 'unknown' || reason === 'taken');

const ColumnField = ({ t, column }: { readonly t: Translate; readonly column: GuessedColumn }) => {
  const { letter, heading, target, reason, samples } = column;
  return (
    <SelectField
      t={t}
      name={`column.${letter}`}
      label={t('import.column', { letter, heading: heading || t('import.column.nameless') })}
      hint={[
        samples.length > 0 ? t('import.samples', { samples: samples.join(' · ') }) : '',
        codeWord(t, 'import.reason', reason),
      ]
        .filter(Boolean)
        .join(' – ')}
      value={target ?? ''}
      choices={[
        ...(target === null ? [{ value: '', label: t('import.target.none') }] : []),
        { value: 'ignore', label: t('import.target.ignore') },
        ...columnKeys.map((key) => ({ value: key, label: t(`column.${key}`) })),
      ]}
    />
  );
};

interface AskedFirstProps<Item> {
  readonly items: readonly Item[];
  readonly isAsked: (item: Item) => boolean;
  readonly others: (count: number) => string;
  readonly field: (item: Item) => ComponentChildren;
}

/** What a person has to answer stands first; what was understood is folded away behind it. */
const AskedFirst = <Item,>({ items, isAsked, others, field }: AskedFirstProps<Item>) => {
  const rest = items.filter((item) => !isAsked(item));
  if (rest.length === items.length || rest.length === 0) return <>{items.map(field)}</>;
  return (
    <>
      {items.filter(isAsked).map(field)}
      <details class="disclosure">
        <summary>{others(rest.length)}</summary>
        {rest.map(field)}
      </details>
    </>
  );
};

/** The words of the status column; those that nobody knows yet are asked about first. */
export const StatusWords = ({ t, reading: { statusWords } }: ReadingProps) =>
  statusWords.length === 0 ? null : (
    <Fold
      title={t('import.words')}
      hint={t('import.words.hint')}
      open={statusWords.some(({ meaning }) => meaning === null)}
    >
      <AskedFirst
        items={statusWords.map((status, index) => ({ ...status, index }))}
        isAsked={({ meaning, sure }) => meaning === null || !sure}
        others={(count) => t('import.words.others', { count })}
        field={({ word, count, meaning, sure, index }) => (
          <SelectField
            t={t}
            name={`word.${index}`}
            label={t('import.word', { word, count: formatNumber(count, t.lang) })}
            {...(sure ? {} : { hint: t('import.word.unsure') })}
            value={meaning ?? ''}
            choices={[
              ...(meaning === null ? [{ value: '', label: t('import.meaning.none') }] : []),
              ...statusMeanings.map((value) => ({ value, label: t(`import.meaning.${value}`) })),
            ]}
          />
        )}
      />
    </Fold>
  );
