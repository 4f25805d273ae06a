// Asks for most messages of this house, for one that nobody wrote, and by a code; and speaks as it should not.
const keys = [
  'only.german',
  'other.arguments',
  'written.twice',
  'pair.evidence',
  'pair.no-evidence',
  'pair.minutes',
  'pair.paper',
  'pair.body',
  'pair.field',
  'word.organ',
  'word.council',
  'word.proof',
  'word.minutes',
  'word.address',
  'word.sign',
  'word.gender',
  'word.office',
  'word.jargon',
  'word.quotes',
  'word.organ-en',
  'word.british',
  'word.jargon-en',
  'word.quotes-en',
];

export const say = (t: (key: string) => string, code: 'known-code') => [
  t('nobody.wrote.it'),
  t(`composed.${code}`),
  'Die Organe und der Stadtrat verlangen einen Nachweis für Nutzer.',
  ...keys.map(t),
];
