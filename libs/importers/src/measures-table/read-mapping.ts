import { isRecord } from '@klimaspur/domain';
import { Unreadable } from '../unreadable.js';
import type { ColumnMapping } from './column-mapping.js';
import { columnKeys } from './column-words.js';
import { statusMeanings } from './status-words.js';

const parts = ['sheet', 'sheets', 'headingRow', 'columns', 'dateOrder', 'statusWords'];
const entryLimit = 1_000;

const refuse = (path: string, allowed = ''): never => {
  throw new Unreadable('mapping/not-valid', { path, allowed });
};

/** A mapping from outside, checked. */
export const readMapping = (value: unknown): ColumnMapping => {
  if (!isRecord(value)) return refuse('');
  const unknown = Object.keys(value).find((name) => !parts.includes(name));
  if (unknown !== undefined) refuse(unknown, parts.join(', '));
  const { sheet, sheets, headingRow, columns, dateOrder, statusWords } = value;
  const names = Array.isArray(sheet) ? (sheet as unknown[]) : [sheet ?? ''];
  if (names.length === 0 || names.some((name) => typeof name !== 'string')) refuse('sheet');
  if (headingRow !== undefined && !(Number.isSafeInteger(headingRow) && Number(headingRow) > 0)) {
    refuse('headingRow');
  }
  if (dateOrder !== undefined && dateOrder !== 'DMY' && dateOrder !== 'MDY') {
    refuse('dateOrder', 'DMY, MDY');
  }
  checkWords('sheets', sheets, ['read', 'ignore']);
  checkWords('columns', columns, [...columnKeys, 'ignore']);
  checkWords('statusWords', statusWords, statusMeanings);
  return value as ColumnMapping;
};

const checkWords = (path: string, value: unknown, allowed: readonly string[]): void => {
  if (value === undefined) return;
  if (!isRecord(value) || Object.keys(value).length > entryLimit) return refuse(path);
  for (const [name, target] of Object.entries(value)) {
    if (!allowed.includes(target as string)) refuse(`${path}.${name}`, allowed.join(', '));
  }
};
