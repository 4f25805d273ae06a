import { formatters, type Lang, perLanguage } from './formatters.js';
import { de, en, type Messages } from './messages.generated.js';

export type MessageKey = keyof Messages;

/** Says a message in one language; the compiler checks the key and its arguments. */
export interface Translate {
  <K extends MessageKey>(key: K, ...args: Parameters<Messages[K]>): string;
  readonly lang: Lang;
}

const all = perLanguage((lang): Messages => ({ de, en })[lang](formatters(lang)));

const translator = (lang: Lang): Translate =>
  Object.assign(
    <K extends MessageKey>(key: K, ...args: Parameters<Messages[K]>) =>
      (all(lang)[key] as (...given: Parameters<Messages[K]>) => string)(...args),
    { lang },
  );

const translators: Record<Lang, Translate> = { de: translator('de'), en: translator('en') };

/** `const t = messages('de'); t('status.completed')` */
export const messages = (lang: Lang): Translate => translators[lang];

/** For keys known only at run time, such as error codes: undefined where there is no such text. */
export function messageFor(
  lang: Lang,
  key: string,
  args: Readonly<Record<string, unknown>> = {},
): string | undefined {
  const texts = all(lang);
  if (!Object.hasOwn(texts, key)) return undefined;
  return (texts[key as MessageKey] as (given: Readonly<Record<string, unknown>>) => string)(args);
}
