/** Text as it is searched and sorted: lower case, ä as ae, ß as ss, without other accents. */
export const folded = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '');

const DIGITS = 10;

/** A number such as "A1.10" so that texts sort as people count: A1.2 before A1.10. */
export const naturalKey = (number: string): string =>
  folded(number).replace(/\d+/g, (digits) => digits.padStart(DIGITS, '0'));

/** A name for URLs: „Rüsselsheim am Main“ becomes `ruesselsheim-am-main`. */
export const slugOf = (name: string): string =>
  folded(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'kommune';
