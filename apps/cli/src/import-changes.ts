import { formatDay, messageFor, type Translate } from '@klimaspur/messages';

/** What an import changes about a measure: the column that names it, and what stood and will stand there. */
interface FieldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

interface ReportRow {
  readonly number: string | null;
  readonly title: string;
  readonly changes: readonly FieldChange[];
}

/** Of each kind the first rows, and how many there are. */
export interface RowGroup {
  readonly count: number;
  readonly first: readonly ReportRow[];
}

/** „1 Radwege bauen – Titel: Radwege → Radwege bauen“, a line for each. */
export const changeLines = ({ count, first }: RowGroup, t: Translate): string[] => [
  ...first.map(({ number, title, changes }) => {
    const name = [number, title].filter(Boolean).join(' ');
    return `${name} – ${changes.map((change) => changeWords(change, t)).join('; ')}`;
  }),
  ...(count > first.length ? [t('import.more', { count: count - first.length })] : []),
];

const changeWords = ({ field, before, after }: FieldChange, t: Translate): string => {
  const [kind, type] = field.split(' ');
  const keys = kind === 'entry' ? [`entry.${type}`] : [`import.change.${field}`, `column.${field}`];
  const label = keys.map((key) => messageFor(t.lang, key)).find(Boolean) ?? field;
  if (before === null && after === null) return label;
  return `${label}: ${valueOf(field, before, t)} → ${valueOf(field, after, t)}`;
};

const valueOf = (field: string, value: string | null, t: Translate): string => {
  if (value === null) return t('import.change.nothing');
  if (field === 'status') return messageFor(t.lang, `status.${value}`) ?? value;
  return /^\d{4}(?:-\d\d){0,2}$/.test(value) ? formatDay(value, t.lang) : value;
};
