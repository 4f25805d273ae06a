import { messageFor, type Translate } from './messages.js';

/** „row 5“ of a file in the words of the reader, „row 5 Energie“ with its sheet; what is no known kind, as it is. */
export const placeIn = (where: string, { lang }: Translate): string => {
  const [kind = '', ...rest] = where.split(' ');
  const [key = '', ...sheet] = kind === 'row' ? rest : [rest.join(' ')];
  const params = { key, sheet: sheet.join(' ') || 'none' };
  return messageFor(lang, `import.where.${kind}`, params) ?? where;
};
