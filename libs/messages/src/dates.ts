import { type Lang, locales, perLanguage, timeZone } from './formatters.js';
import { messages } from './messages.js';

const format = (options: Intl.DateTimeFormatOptions) =>
  perLanguage((lang) => new Intl.DateTimeFormat(locales[lang], options));

const day = format({ dateStyle: 'long', timeZone: 'UTC' });
const weekday = format({ dateStyle: 'full', timeZone: 'UTC' });
const month = format({ month: 'long', year: 'numeric', timeZone: 'UTC' });
const monthName = format({ month: 'long', timeZone: 'UTC' });
const instant = format({ dateStyle: 'long', timeStyle: 'short', timeZone });
const instantDay = format({ dateStyle: 'long', timeZone });

/** `2024-05-13` → „13. Mai 2024“, `2024-05` → „Mai 2024“, `2024` → „2024“, null → „Tag unbekannt“. */
export function formatDay(value: string | null | undefined, lang: Lang): string {
  if (!value) return messages(lang)('date.unknown');
  if (value.length === 4) return value;
  return (value.length === 7 ? month : day)(lang).format(new Date(`${value.slice(0, 10)}`));
}

/** `2024-05-13` → „Montag, 13. Mai 2024“; what is no day as `formatDay` writes it. */
export const formatWeekday = (value: string, lang: Lang): string =>
  value.length === 10 ? weekday(lang).format(new Date(value)) : formatDay(value, lang);

/** The instant on a German clock: „13. Mai 2024 um 14:05“. */
export const formatInstant = (iso: string, lang: Lang): string =>
  instant(lang).format(new Date(iso));

/** The German day of an instant: „13. Mai 2024“. */
export const formatInstantDay = (iso: string, lang: Lang): string =>
  instantDay(lang).format(new Date(iso));

/** „Januar“ … „Dezember“. */
export const monthNames = (lang: Lang): readonly string[] =>
  Array.from({ length: 12 }, (_, index) => monthName(lang).format(Date.UTC(2024, index, 1)));
