import { formatDay, type Lang, messages } from '@klimaspur/messages';

/** Where a text was taken out, German words stand for it in what pages, feeds and files are made of. */
export const inWordsOf = (lang: Lang, said: string): string =>
  lang === 'de' || !said.includes('[entfernt')
    ? said
    : said.replaceAll(
        /\[entfernt(?: am (\d\d)\.(\d\d)\.(\d{4}))?\]/g,
        (_all, ...[day, month, year]) =>
          day === undefined
            ? messages(lang)('redact.removed')
            : messages(lang)('timeline.redacted', {
                day: formatDay(`${year}-${month}-${day}`, lang),
              }),
      );

/** The same in every text of a row or a record. */
export const rowInWordsOf = <Row extends object>(lang: Lang, row: Row): Row => {
  if (lang === 'de') return row;
  const said = JSON.stringify(row);
  const told = inWordsOf(lang, said);
  return told === said ? row : (JSON.parse(told) as Row);
};
