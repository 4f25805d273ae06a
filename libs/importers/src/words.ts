import type { Params, Words } from './importer.js';
import { findings } from './words/findings.js';
import { named } from './words/named.js';
import { refusals } from './words/refusals.js';
import { ownEntry } from './own-entry.js';

export type RefusalCode = keyof typeof refusals;
export type FindingCode = keyof typeof findings;

type Lang = keyof Words;

const fill = (words: Words, params: Params): Words => {
  const put = (lang: Lang) =>
    words[lang].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = params[name];
      return value === undefined ? whole : said(name, String(value), lang);
    });
  return { de: put('de'), en: put('en') };
};

/** A value as people of this language write it: days, places of a file, and what is named by a code. */
const said = (name: string, value: string, lang: Lang): string =>
  ownEntry(ownEntry(named, name), value)?.[lang] ??
  (name === 'first' ? placeIn(value, lang) : days.has(name) ? dayIn(value, lang) : value);

const days = new Set(['date', 'start', 'end']);

const dayIn = (value: string, lang: Lang): string => {
  if (lang === 'en' || !/^\d{4}(?:-\d{2}){0,2}$/.test(value)) return value;
  const [year, month, day] = value.split('-').map(Number);
  return [day, month, year].filter((part) => part !== undefined).join(month && !day ? '/' : '.');
};

const places: Readonly<Record<string, Words>> = {
  row: { de: 'Zeile', en: 'row' },
  task: { de: 'Eintrag', en: 'entry' },
  city: { de: 'Kommune', en: 'town' },
};

/** `row 4` → „Zeile 4“, `row 4 Energie` → „Blatt „Energie“, Zeile 4“. */
const placeIn = (where: string, lang: Lang): string => {
  const [kind = '', ...key] = where.split(' ');
  const place = ownEntry(places, kind);
  if (!place) return where;
  const [number = '', ...sheet] = key;
  if (kind !== 'row' || sheet.length === 0) return [place[lang], ...key].join(' ');
  const name = sheet.join(' ');
  return { de: `Blatt „${name}“, Zeile ${number}`, en: `sheet "${name}", row ${number}` }[lang];
};

export const isRefusalCode = (code: string): code is RefusalCode => Object.hasOwn(refusals, code);

export const refusalWords = (code: RefusalCode, params: Params): Words =>
  fill(refusals[code], params);

export const findingWords = (code: FindingCode, params: Params): Words =>
  fill(findings[code], params);
