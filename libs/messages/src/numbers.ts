import { type Lang, locales, perLanguage } from './formatters.js';

const format = (options?: Intl.NumberFormatOptions) =>
  perLanguage((lang) => new Intl.NumberFormat(locales[lang], options));

const plain = format();
const percent = format({ style: 'percent' });
const kilobytes = format({ style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 });
const megabytes = format({ style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
const list = perLanguage((lang) => new Intl.ListFormat(locales[lang], { type: 'conjunction' }));

/** „1.234“ in German, „1,234“ in English. */
export const formatNumber = (value: number, lang: Lang): string => plain(lang).format(value);

/** „1,2 MB“: of a file, as precisely as anybody needs it. */
export const formatBytes = (bytes: number, lang: Lang): string =>
  bytes < 100_000
    ? kilobytes(lang).format(Math.ceil(bytes / 1_000))
    : megabytes(lang).format(bytes / 1_000_000);

/** Share of the total in whole percent; 0 % and 100 % are said only where they are exactly true. */
export function formatPercent(part: number, total: number, lang: Lang): string {
  if (total === 0) return '–';
  const share = part / total;
  if (share > 0 && share < 0.01) return `< ${percent(lang).format(0.01)}`;
  if (share > 0.99 && share < 1) return `> ${percent(lang).format(0.99)}`;
  return percent(lang).format(share);
}

/** „Rad, Bus und Bahn“, "bike, bus and train". */
export const listOf = (words: readonly string[], lang: Lang): string => list(lang).format(words);
