export const languages = ['de', 'en'] as const;
export type Lang = (typeof languages)[number];

/** The towns are in Germany: a day begins when it begins there, whoever reads. */
export const timeZone = 'Europe/Berlin';

/** English pages speak British English: day before month, as on the German ones. */
export const locales: Record<Lang, string> = { de: 'de-DE', en: 'en-GB' };

/** Made when it is first asked for: who says little, and in one language, does not wait for all that can be said in both. */
export const perLanguage = <T>(make: (lang: Lang) => T): ((lang: Lang) => T) => {
  const made: Partial<Record<Lang, T>> = {};
  return (lang) => (made[lang] ??= make(lang));
};

/** What the compiled messages need to put numbers and their words into a sentence. */
export interface Formatters {
  /** A text within quotation marks: its own become single ones. */
  inner(text: string): string;
  number(value: number): string;
  plural(value: number, forms: Record<string, string>): string;
  select(value: string, forms: Record<string, string>): string;
}

export const formatters = (lang: Lang): Formatters => {
  const numbers = new Intl.NumberFormat(locales[lang]);
  const rules = new Intl.PluralRules(locales[lang]);
  return {
    inner: (text) =>
      String(text)
        .replaceAll(/„([^“”]*)[“”]/g, '‚$1‘')
        .replaceAll(/“([^”]*)”/g, '‘$1’'),
    number: (value) => numbers.format(value),
    plural: (value, forms) =>
      forms[`=${value}`] ?? forms[rules.select(value)] ?? forms['other'] ?? '',
    select: (value, forms) => forms[value] ?? forms['other'] ?? '',
  };
};
