import type { ColumnKey } from './column-words.js';
import { tellsOfTime } from './sheet-date.js';

/** Why a cell could not be read as what its column is for. */
export type ParseCode =
  'field/not-a-number' | 'field/not-a-date' | 'field/not-a-share' | 'field/unknown-word';

/** Texts of a measure in which words stand that are no figure, date or term of their own column. */
export type TextPlace = 'remarks' | 'costNote' | 'savingsMethod' | 'period';

/** The place of each column; the others have the remarks. */
export const placeOf: Readonly<Partial<Record<ColumnKey, TextPlace>>> = {
  costs: 'costNote',
  costOneOff: 'costNote',
  costPerYear: 'costNote',
  budgetPerYear: 'costNote',
  budgetTotal: 'costNote',
  costAsOf: 'costNote',
  staff: 'costNote',
  saving: 'savingsMethod',
  savingMin: 'savingsMethod',
  savingMax: 'savingsMethod',
  savingKwh: 'savingsMethod',
  savingEur: 'savingsMethod',
  plannedStart: 'period',
  plannedEnd: 'period',
  begin: 'period',
  finish: 'period',
};

/** What nobody can have meant: a word that is no date, a share above 100 %. */
export const isMistake = (key: ColumnKey, said: string, reason: ParseCode): boolean => {
  switch (reason) {
    case 'field/not-a-date':
      return key !== 'period' && !tellsOfTime(said);
    case 'field/not-a-share':
      return /^-?\d{2,}(?:[.,]\d+)?\s*%?$|^-/.test(said);
    case 'field/not-a-number':
    case 'field/unknown-word':
      return false;
  }
};
