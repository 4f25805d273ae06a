/** Control characters other than tab, line feed and carriage return. */
const control = /[^\P{Cc}\t\n\r]/u;

/** NFC text as a store gives it back byte for byte; undefined where it cannot be stored. */
export const storable = (value: string): string | undefined =>
  control.test(value) || !value.isWellFormed() ? undefined : value.normalize('NFC');

/** A name or title: one line, no blanks around it. */
export const oneLine = (value: string): string => value.trim().replace(/\s+/gu, ' ');

// Begins only where a word begins and is bounded, so that no text takes longer than its length.
const address =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,254}@(?:[\p{L}\p{N}-]{1,63}\.){1,9}\p{L}{2,63}/gu;

/** Addresses belong to persons, and what is once in the log cannot be asked back. */
export const withoutAddresses = (value: string): { text: string; removed: number } => {
  if (!value.includes('@')) return { text: value, removed: 0 };
  let removed = 0;
  const text = value.replace(address, () => {
    removed += 1;
    return '[E-Mail-Adresse entfernt]';
  });
  return { text, removed };
};

/** Length at most `max`, cut between words, with a mark that something was cut. */
export const cutTo = (value: string, max: number): string => {
  if (value.length <= max) return value;
  const head = value.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '');
  const blank = head.lastIndexOf(' ');
  return `${blank > max / 2 ? head.slice(0, blank) : head}…`;
};

/** A text in which case and German spellings do not matter: „Maßnahme“ → `massnahme`. */
export const folded = (value: string): string =>
  value
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss');
