const units = /\s*(?:€|eur|euro|kwh|t(?:\s*co2(?:-?e|-?äq\.?)?)?|kg(?:\s*co2-?e?)?)$/iu;
const blank = "[\\u0020\\u00a0\\u202f\\u2009']";

/** Written forms that can mean only one number: group 1 the whole part, group 2 the decimals. */
const forms = [
  /^(\d+)(?:,(\d{1,2}|\d{4,}))?$/, // 72000 · 72000,50
  /^(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?$/, // 10.000.000 · 1.234,5
  /^(\d+)\.(\d{1,2})$/, // 3.5
  new RegExp(`^(\\d{1,3}(?:${blank}\\d{3})+)(?:,(\\d+))?$`, 'u'), // 10 000 000
  /^(\d{1,3}(?:,\d{3})+)\.(\d+)$/, // 1,234.56
  /^(\d{1,3}(?:,\d{3}){2,})$/, // 1,234,567
] as const;

/**
 * A German amount in the smallest unit: `10.000.000` with scale 100 (cents) is 1,000,000,000. Undefined for
 * what is no number or could be two (`1,234`), and for fractions of the smallest unit.
 * `scale` is a power of ten.
 */
export const readAmount = (said: string, scale: 1 | 100 | 1000): number | undefined => {
  const bare = said.trim().normalize('NFKC').replace(units, '').trim();
  const match = forms.map((form) => form.exec(bare)).find((found) => found !== null);
  if (!match) return undefined;
  const whole = (match[1] ?? '').replace(/\D/g, '');
  const places = String(scale).length - 1;
  const decimals = (match[2] ?? '').replace(/0+$/, '');
  if (decimals.length > places) return undefined;
  const amount = Number(whole + decimals.padEnd(places, '0'));
  return Number.isSafeInteger(amount) ? amount : undefined;
};
