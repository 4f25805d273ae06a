const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
const letters = new Map<string, string>(Object.entries(umlauts));

const plain = (letter: string): string => {
  const known = letters.get(letter);
  if (known !== undefined) return known;
  const found = letter.normalize('NFD').replace(/\p{Mn}/gu, '');
  letters.set(letter, found);
  return found;
};

/** Text as it is searched and sorted: lower case, ä as ae, ß as ss, without other accents. */
export const folded = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\P{ASCII}/gu, plain);

const DIGITS = 10;

/** A number such as "A1.10" so that texts sort as people count: A1.2 before A1.10. */
export const naturalKey = (number: string): string =>
  folded(number).replace(/\d+/g, (digits) => digits.padStart(DIGITS, '0'));

/** A name for URLs: „Rüsselsheim am Main“ becomes `ruesselsheim-am-main`. */
export const slugOf = (name: string): string =>
  folded(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'kommune';
