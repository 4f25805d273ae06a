import {
  formatDay,
  formatNumber,
  type Lang,
  messageFor,
  type Translate,
} from '@klimaspur/messages';
import type { FieldChange } from './measure-changes.js';

/** What is wrong or was found: some say it themselves, for others the problem's words do. */
export const reasonOf = (item: object, code: string, t: Translate): string => {
  const { words } = item as { readonly words?: Readonly<Record<Lang, string>> };
  return words?.[t.lang] ?? messageFor(t.lang, `problem.${code}`) ?? code;
};

/** What a change is about, in the words of the columns. */
export const fieldWord = ({ field }: FieldChange, { lang }: Translate): string => {
  const [kind, type] = field.split(' ');
  if (kind === 'entry') return messageFor(lang, `entry.${type}`) ?? field;
  return messageFor(lang, `import.change.${field}`) ?? messageFor(lang, `column.${field}`) ?? field;
};

const days = new Set(['plannedStart', 'plannedEnd', 'decidedOn', 'costAsOf', 'effectFrom']);

/** A value of a change as people read it. */
export const valueWord = (field: string, value: string | null, t: Translate): string => {
  if (value === null) return t('import.change.nothing');
  if (field === 'status') return messageFor(t.lang, `status.${value}`) ?? value;
  if (days.has(field)) return formatDay(value, t.lang);
  const [, amount, unit] = /^(\d+(?:\.\d+)?) (€|kg|kWh)$/.exec(value) ?? [];
  if (amount !== undefined) return `${formatNumber(Number(amount), t.lang)} ${unit}`;
  return messageFor(t.lang, `sheet.${field}.${value}`) ?? value;
};
