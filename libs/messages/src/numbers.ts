import { type Lang, locales } from './formatters.js';

/** „1.234“ in German, „1,234“ in English. */
export const formatNumber = (value: number, lang: Lang): string =>
  new Intl.NumberFormat(locales[lang]).format(value);

/** „1,2 MB“: of a file, as precisely as anybody needs it. */
export function formatBytes(bytes: number, lang: Lang): string {
  const inUnit = (unit: string, maximumFractionDigits: number) =>
    new Intl.NumberFormat(locales[lang], { style: 'unit', unit, maximumFractionDigits });
  return bytes < 100_000
    ? inUnit('kilobyte', 0).format(Math.ceil(bytes / 1_000))
    : inUnit('megabyte', 1).format(bytes / 1_000_000);
}

/** Share of the total in whole percent; 0 % and 100 % are said only where they are exactly true. */
export function formatPercent(part: number, total: number, lang: Lang): string {
  if (total === 0) return '–';
  const percent = new Intl.NumberFormat(locales[lang], { style: 'percent' });
  const share = part / total;
  if (share > 0 && share < 0.01) return `< ${percent.format(0.01)}`;
  if (share > 0.99 && share < 1) return `> ${percent.format(0.99)}`;
  return percent.format(share);
}

/** „Rad, Bus und Bahn“, "bike, bus and train". */
export const listOf = (words: readonly string[], lang: Lang): string =>
  new Intl.ListFormat(locales[lang], { type: 'conjunction' }).format(words);
