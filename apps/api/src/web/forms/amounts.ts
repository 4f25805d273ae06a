import { readPlainAmount, type Unit } from '@klimaspur/importers';
import type { Lang } from '@klimaspur/messages';

/** How many of the smallest unit make one as it is typed: cents in a euro, kilograms in a tonne. */
export type Scale = 1 | 100 | 1000;

const units: Readonly<Record<Scale, Unit>> = { 1: 'KWH', 100: 'EUR', 1000: 'KG' };

/** A thousand in German, one and a bit in English. */
const eitherWay = /^\d{1,3}\.\d{3}(?!\d|\.\d)/;
const english = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}|\d{4,}))?(?=\D*$)/;

/** „1.250,50 €“ → 125050 cents; undefined for what is no number, or could be two. */
export const typedAmount = (said: string, scale: Scale, lang: Lang): number | undefined => {
  const bare = said.trim();
  if (lang === 'en' && eitherWay.test(bare)) return undefined;
  const asGerman = (_: string, whole: string, decimals?: string) =>
    whole.replaceAll(',', '') + (decimals === undefined ? '' : `,${decimals}`);
  const german = lang === 'en' ? bare.replace(english, asGerman) : bare;
  return readPlainAmount(german, units[scale], String(scale).length - 1);
};

/** The same way back, so that a form that is opened and sent changes nothing. */
export const amountAsTyped = (amount: number | undefined, scale: Scale, lang: Lang): string => {
  if (amount === undefined) return '';
  const places = String(scale).length - 1;
  const digits = String(amount).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const decimals = digits.slice(digits.length - places).replace(/0+$/, '');
  if (decimals === '' || places === 0) return whole;
  // Three decimals alone would read as thousands.
  return `${whole}${lang === 'de' ? ',' : '.'}${decimals.length === 3 ? `${decimals}0` : decimals}`;
};
