import type { View } from '../types.js';

/** An entry `mark` that voids or corrects the row `alias` of `change`, as far as it was known. */
const aboutEntry = (alias: string, mark: string, type: 'EntryVoided' | 'EntryCorrected') =>
  `SELECT 1 FROM change ${mark} WHERE ${mark}.stream = ${alias}.stream
    AND ${mark}.about = ${alias}.entry AND ${mark}.type = '${type}' AND ${mark}.known_since <= $known`;

/** For rows of `change`: whether the entry was taken back, at the moment asked about. The row itself says it of now. */
export const voidedIn = (alias: string, { knownAt }: View): string =>
  knownAt === undefined ? `${alias}.voided` : `EXISTS (${aboutEntry(alias, 'mv', 'EntryVoided')})`;

/** The same of a correction that held. */
export const correctedIn = (alias: string, { knownAt }: View): string =>
  knownAt === undefined
    ? `${alias}.corrected`
    : `EXISTS (${aboutEntry(alias, 'mc', 'EntryCorrected')}
      AND NOT EXISTS (${aboutEntry('mc', 'mw', 'EntryVoided')}))`;
