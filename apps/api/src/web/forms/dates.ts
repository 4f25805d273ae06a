import type { Lang } from '@klimaspur/messages';

/** A day, month or year as it is typed in the language: `30.06.2027`, `06/2027`, `2027`. */
export const dateInWords = (date: string | null | undefined, lang: Lang): string => {
  if (!date) return '';
  const [year, month, day] = date.split('-');
  if (month === undefined) return date;
  if (day === undefined) return `${month}/${year}`;
  return lang === 'de' ? `${day}.${month}.${year}` : date;
};
