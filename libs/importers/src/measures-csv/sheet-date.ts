import { isPartialDate, type PartialDate } from '@klimaspur/domain';

const months = [
  ['januar', 'january', 'jan', 'jaenner'],
  ['februar', 'february', 'feb'],
  ['maerz', 'march', 'mrz', 'mar'],
  ['april', 'apr'],
  ['mai', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['dezember', 'december', 'dez', 'dec'],
] as const;

const pad = (digits: string) => digits.padStart(2, '0');

/** `2024-03-31`, `31.03.2024`, `03/2024`, `März 2024`, `2024` → the day, month or year; undefined for anything else. */
export const readSheetDate = (said: string): PartialDate | undefined => {
  const text = said.trim();
  const found = [text, germanDay(text), numberedMonth(text), namedMonth(text)];
  return found.find((date) => isPartialDate(date));
};

const germanDay = (text: string) => {
  const [, day, month, year] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text) ?? [];
  return day && month && year ? `${year}-${pad(month)}-${pad(day)}` : undefined;
};

const numberedMonth = (text: string) => {
  const [, month, year] = /^(\d{1,2})[./](\d{4})$/.exec(text) ?? [];
  return month && year ? `${year}-${pad(month)}` : undefined;
};

const namedMonth = (text: string) => {
  const [, name, year] = /^(\p{L}+)\.?\s(\d{4})$/u.exec(text) ?? [];
  const plain = name?.toLowerCase().replace('ä', 'ae');
  const index = months.findIndex((names) => names.some((known) => known === plain));
  return index < 0 || !year ? undefined : `${year}-${pad(String(index + 1))}`;
};
