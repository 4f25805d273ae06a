import type { Lang } from '@klimaspur/messages';

/** A word of our own pages that must be another; `product.md` calls them the names that stay. */
export interface WordRule {
  readonly name: string;
  /** Its key in the broken house, and the word there that it must find. */
  readonly broken: readonly [key: string, word: string];
  readonly lang: Lang;
  readonly pattern: RegExp;
  /** Also in the texts of the example, which speak as towns do. */
  readonly everywhere?: true;
  /** Keys of messages where the word is the right one. */
  readonly rightIn?: RegExp;
  /** Pages that speak of something else by the same word. */
  readonly rightOn?: RegExp;
}

/** Names that stay as they are, though they hold a word that is refused elsewhere. */
const NAMES = /Local Monitoring|KLIMASPUR_[A-Z]+|octet-stream/g;

export const wordRules: readonly WordRule[] = [
  {
    name: 'a body is a „Gremium“: in Hesse only two of them are „Organe“',
    broken: ['word.organ', 'Organe'],
    lang: 'de',
    pattern: /\bOrgan(e|en|s|es)?\b|[a-zäöü]organ(e|en|s|es)?\b/,
    everywhere: true,
  },
  {
    name: 'no „Rat“: each town has its own names of bodies',
    broken: ['word.council', 'Stadtrat'],
    lang: 'de',
    pattern:
      /\bR(at|ats|ates|äte|äten)\b|\bRats[a-zäöü]+|\b(Stadt|Gemeinde|Kreis)r(at|ats|ates|äte|äten)/,
    everywhere: true,
  },
  {
    name: 'evidence is a „Beleg“, no „Nachweis“ and no „Beweis“',
    broken: ['word.proof', 'Nachweis'],
    lang: 'de',
    pattern: /\b(Nachweis|Beweis|Evidenz|Quittung)[a-zäöü]*/,
    // That nothing was altered is proven („Unverändertheit nachweisen“), by no evidence.
    rightIn: /^proof\./,
    rightOn: /^\/de\/pruef(en|summen)/,
    everywhere: true,
  },
  {
    name: 'bodies keep a „Niederschrift“; a „Protokoll“ is of round tables',
    broken: ['word.minutes', 'Protokoll'],
    lang: 'de',
    pattern: /\b([A-ZÄÖÜ][a-zäöü]+p|P)rotokoll(e|s|en)?\b/,
    rightIn: /^(problem\.)?roundtable\b|^(entry|entryText)\.Roundtable|^alliance\./,
  },
  {
    name: 'readers are „Sie“, also in letters',
    broken: ['word.address', 'dein'],
    lang: 'de',
    pattern: /\b[Dd](u|ich|ir|ein|eine[mnrs]?)\b|\b[Ee](uch|uer|ure[mnrs]?)\b/,
  },
  {
    name: 'no sign within a word stands for women and men',
    broken: ['word.sign', 'g:innen'],
    lang: 'de',
    pattern: /[a-zäöü]([*:_]i|I)n(nen)?\b/,
  },
  {
    name: 'women and men are named, or neither: no „Nutzer“ alone',
    broken: ['word.gender', 'Nutzer'],
    lang: 'de',
    pattern:
      /(?<!innen und )\b(Nutzer|Benutzer|Leser|Besucher|Betreiber|Einwohner|Bürger|Administrator)[ns]?\b/,
    everywhere: true,
  },
  {
    name: 'plain German: no nominal style of offices',
    broken: ['word.office', 'erfolgt'],
    lang: 'de',
    pattern:
      /\b(erfolg(t|en|te)|seitens|mittels|bezüglich|hinsichtlich|zwecks|im Rahmen|Durchführung|Inanspruchnahme|ggf\.|bzw\.)(?![a-zäöü])/,
  },
  {
    name: 'no jargon of programmers, no codes',
    broken: ['word.jargon', 'Stream'],
    lang: 'de',
    pattern:
      /\b(Events?|Streams?|Users?|Accounts?|Logins?|Dashboards?|Tenants?|Tokens?|Exceptions?|Views?|Monitoring)\b|\b[A-Z]{2,}_[A-Z_]+\b/,
  },
  {
    name: 'quotation marks are „these“',
    broken: ['word.quotes', '"'],
    lang: 'de',
    pattern: /"(?!\d)(?<!\d")/,
  },
  {
    name: 'quotation marks are “these”, and so is the ’',
    broken: ['word.quotes-en', '"'],
    lang: 'en',
    pattern: /"(?!\d)(?<!\d")|[a-z]'[a-z]|„/,
  },
  {
    name: 'a body is a “body”, no “organ”',
    broken: ['word.organ-en', 'organ'],
    lang: 'en',
    pattern: /\b[Oo]rgans?\b/,
  },
  {
    name: 'British English',
    broken: ['word.british', 'color'],
    lang: 'en',
    pattern: /\b[Cc](olor|enter|ancell?ing|anceled)\b|\b[A-Za-z]+(ganiz|mmariz|cogniz)[a-z]+/,
  },
  {
    name: 'no jargon of programmers in English, no codes',
    broken: ['word.jargon-en', 'IN_PROGRESS'],
    lang: 'en',
    pattern: /\b([Ss]treams?|[Tt]enants?|[Aa]ggregates?)\b|\b[A-Z]{2,}_[A-Z_]+\b/,
  },
];

/** A German word that the English text must have too, so that each means one thing; `both`: and the other way round. */
interface WordPair {
  readonly name: string;
  readonly de: RegExp;
  readonly en: RegExp;
  readonly both?: true;
  /** Keys in the broken house. */
  readonly broken: readonly string[];
}

export const wordPairs: readonly WordPair[] = [
  {
    name: '„Beleg“ is evidence',
    de: /\bBeleg/,
    en: /\bevidence\b/i,
    both: true,
    broken: ['pair.evidence', 'pair.no-evidence'],
  },
  {
    name: '„Niederschrift“ of a body and „Protokoll“ of a round table are minutes',
    de: /\bNiederschrift|\bProtokoll(e|s|en)?\b/,
    en: /\bminutes\b/i,
    both: true,
    broken: ['pair.minutes'],
  },
  {
    name: '„Drucksache“ is a paper',
    de: /\bDrucksache/,
    en: /\bpapers?\b/i,
    broken: ['pair.paper'],
  },
  {
    name: '„Gremium“ is a body',
    de: /\bGremi(um|en)/,
    en: /\bbod(y|ies)\b/i,
    broken: ['pair.body'],
  },
  {
    name: '„Handlungsfeld“ is a field',
    de: /\bHandlungsfeld/,
    en: /\bfields?\b/i,
    broken: ['pair.field'],
  },
];

/** The word of a text that a rule refuses. */
export const refusedWord = (text: string, { pattern }: WordRule): string | undefined =>
  pattern.exec(text.replaceAll(NAMES, ''))?.[0];
