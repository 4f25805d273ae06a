import { type Lang, languages } from '@klimaspur/messages';

interface Asked {
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** The language of the page that was asked for, else the one its reader prefers, else German. */
export function languageOf({ url, headers }: Asked): Lang {
  const page = /^\/(de|en)(?=[/?#]|$)/.exec(url)?.[1];
  return (page as Lang | undefined) ?? preferred(String(headers['accept-language'] ?? ''));
}

/** RFC 9110 12.5.4, as far as two languages need it: the one with the higher weight; the first of equals. */
function preferred(header: string): Lang {
  let best: { lang: Lang; weight: number } = { lang: 'de', weight: 0 };
  for (const part of header.split(',')) {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
    const lang = languages.find((known) => range === known || range.startsWith(`${known}-`));
    const given = parameters.find((parameter) => parameter.trim().startsWith('q='));
    const weight = given === undefined ? 1 : Number(given.trim().slice('q='.length));
    if (lang && weight > best.weight) best = { lang, weight };
  }
  return best.lang;
}
