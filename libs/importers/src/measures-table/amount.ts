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

/** A number as digits, of which the last `decimals` stand behind the point. */
interface Decimal {
  readonly digits: string;
  readonly decimals: number;
}

const decimalIn = (said: string): Decimal | undefined => {
  const match = forms.map((form) => form.exec(said)).find((found) => found !== null);
  if (!match) return undefined;
  const decimals = (match[2] ?? '').replace(/0+$/, '');
  return { digits: (match[1] ?? '').replace(/\D/g, '') + decimals, decimals: decimals.length };
};

/** Times a power of ten; undefined for fractions, and for what no number holds exactly. */
const scaled = ({ digits, decimals }: Decimal, power: number): number | undefined => {
  if (power < decimals) return undefined;
  const value = Number(digits.padEnd(digits.length + power - decimals, '0'));
  return Number.isSafeInteger(value) ? value : undefined;
};

/** A number out of a cell that holds one, in the smallest unit, rounded: formulas seldom come out even. */
export const roundedAmount = (number: string, power: number): number | undefined => {
  const [whole = '', fraction = ''] = number.split('.');
  if (!/^\d+$/.test(whole)) return undefined;
  const value = Number(whole + fraction.slice(0, power).padEnd(power, '0'));
  const up = Number(fraction[power] ?? 0) >= 5 ? 1 : 0;
  return Number.isSafeInteger(value + up) ? value + up : undefined;
};

/** An amount in the smallest unit, with what the words around it say. */
export interface Amount {
  readonly value: number;
  /** Upper end of a range. */
  readonly max?: number;
  /** „bis zu“ and „mindestens“ name an end, not the amount. */
  readonly bound?: 'AT_LEAST' | 'AT_MOST';
  readonly perYear: boolean;
  /** False where words stand beside the number that say more than it: „ca.“, „(geschätzt)“. */
  readonly exact: boolean;
}

const about =
  /^(?:ca\.?|circa|zirka|rund|rd\.?|etwa|ungef(?:ähr|aehr|\.)?|gesch(?:ätzt|\.)|about|around|approx\.?|[~≈])\s*/iu;
const bounds = [
  [
    /^(?:bis(?: zu)?|max(?:imal|\.)?|höchstens|unter|weniger als|up to|at most|[<≤])\s*/iu,
    'AT_MOST',
  ],
  [/^(?:mind(?:estens|\.)?|ab|über|mehr als|at least|[>≥])\s*/iu, 'AT_LEAST'],
] as const;
/** Words that belong to a price and do not change it, but say more than it. */
const aside =
  /[\s,]*(?:brutto|netto|(?:zzgl\.?|inkl\.?|exkl\.?) ?(?:mwst\.?|ust\.?)|einmalig|gesamt|insgesamt)\s*$/iu;
const yearly =
  /\s*(?:\/\s*(?:a|jahr|y|year)\b\.?|pro jahr|je jahr|im jahr|p\.?\s?a\.?|jährlich|jaehrlich|per year)\s*$/iu;
const remark = /\s*\(([^()]*)\)\s*$/u;

/** Units by the power of ten that leads to the smallest one of their kind. */
const units: Readonly<Record<'EUR' | 'KG' | 'KWH', readonly (readonly [RegExp, number])[]>> = {
  EUR: [
    [/\s*(?:mrd\.?|milliarden?)\s*(?:€|eur|euro)?$/iu, 11],
    [/\s*(?:mio\.?|millionen?|m€|million)\s*(?:€|eur|euro)?$/iu, 8],
    [
      /\s*(?:tsd\.?|tausend|t\.?\s?€|t\.?\s?eur(?:o)?|k€|k(?=\s*(?:€|eur)))\s*(?:€|eur|euro)?$/iu,
      5,
    ],
    [/\s*(?:€|eur|euro)$/iu, 2],
  ],
  KG: [
    [/\s*(?:mio\.?|millionen)\s*(?:t|tonnen)(?:\s*co2?(?:-?(?:e|eq|äq|äquivalente?)\.?)?)?$/iu, 9],
    [/\s*(?:kt|tsd\.?\s*(?:t|tonnen))(?:\s*co2?(?:-?(?:e|eq|äq|äquivalente?)\.?)?)?$/iu, 6],
    [/\s*(?:t|tonnen?)(?:\s*co2?(?:-?(?:e|eq|äq|äquivalente?)\.?)?)?$/iu, 3],
    [/\s*kg(?:\s*co2?(?:-?(?:e|eq|äq|äquivalente?)\.?)?)?$/iu, 0],
  ],
  KWH: [
    [/\s*gwh$/iu, 6],
    [/\s*mwh$/iu, 3],
    [/\s*kwh$/iu, 0],
  ],
};

export type Unit = keyof typeof units;

/**
 * A German amount in the smallest unit (cents, kg, kWh): „ca. 1,2 Mio. €“, „30.000 €/a“, „740 t CO₂“,
 * „50.000 – 80.000 €“. Undefined for what is no number or could be two (`1,234`), and for fractions of the
 * smallest unit.
 *
 * @param power of ten that leads to the smallest unit, where the cell names none
 */
export const readAmount = (said: string, unit: Unit, power: number): Amount | undefined => {
  let rest = said
    .trim()
    .normalize('NFKC')
    .replace(/,[-–—]{1,2}(?=\s|$|€)/u, '');
  if (unit === 'EUR') rest = rest.replace(/^(.{0,12}?)(?:€|EUR|Euro)\s*(?=\d)(.*)$/iu, '$1$2 €');
  let exact = true;
  const cut = (pattern: RegExp) => {
    const shorter = rest.replace(pattern, '').trim();
    const found = shorter !== rest;
    rest = shorter;
    return found;
  };
  if (cut(remark)) exact = false;
  if (unit === 'EUR' && cut(aside)) exact = false;
  let perYear = cut(yearly);
  const known = units[unit].find(([pattern]) => cut(pattern));
  perYear = cut(yearly) || perYear;
  if (cut(about)) exact = false;
  const bound = bounds.find(([pattern]) => cut(pattern))?.[1];
  if (cut(about)) exact = false;
  const scale = known?.[1] ?? power;
  const [from = '', to] = rest.replace(/^(?:zwischen|von|between|from)\s+/iu, '').split(between);
  const [first, last] = [from, to].map((part) => {
    const bare = units[unit]
      .reduce((text, [pattern]) => text.replace(pattern, ''), part ?? '')
      .trim();
    const decimal = decimalIn(bare);
    return decimal && scaled(decimal, scale);
  });
  if (first === undefined) return undefined;
  if (to === undefined) {
    return bound === undefined
      ? { value: first, perYear, exact }
      : { value: first, bound, perYear, exact: false };
  }
  // „50–80.000 €“ means fifty thousand, or fifty: nobody can tell.
  const isClear = last !== undefined && last >= first && last < Math.max(first, 1) * 100;
  return isClear ? { value: first, max: last, perYear, exact: false } : undefined;
};

const between = /\s*(?:–|—|-|\bbis\b|\bund\b|\band\b|\bto\b)\s*/iu;

/** A bare amount with or without its unit, as it is typed into a form; nothing else beside it. */
export const readPlainAmount = (said: string, unit: Unit, power: number): number | undefined => {
  const amount = readAmount(said, unit, power);
  const isPlain = amount?.exact && isOne(amount) && !amount.perYear;
  return isPlain ? amount.value : undefined;
};

/** True for one figure; a range or an end of one is none. */
export const isOne = ({ max, bound }: Amount): boolean => max === undefined && bound === undefined;

/** „nicht beziffert“: the sheet says that nobody can say. */
export const isLeftOpen = (said: string): boolean =>
  /^(?:(?:noch )?nicht (?:bezifferbar|beziffert|quantifizierbar|quantifiziert|ermittelbar|ermittelt|berechnet|abschätzbar|zu beziffern)|unbezifferbar|not quantified|not quantifiable)\.?$/iu.test(
    said.trim(),
  );

/** Signs by which every column says that nothing is to be said. */
export const isBlankSign = (said: string): boolean =>
  /^(?:[-–—]+|\.?\/\.?|\?+|\.+|…|_+|k\.? ?a\.?|keine angaben?|n\.? ?n\.?|n\.? ?a\.?|n\. ?b\.?|n\/a|tb[acd]|not applicable|not specified)$/iu.test(
    said.trim(),
  );

/** Words by which a column of figures or dates says nothing. */
export const isNothing = (said: string): boolean =>
  isBlankSign(said) ||
  /^(?:x|(?:noch )?offen|unbekannt|(?:noch )?unklar|nicht bekannt|noch nicht bekannt|entf(?:ällt|\.)|open|unknown)$/iu.test(
    said.trim(),
  );
