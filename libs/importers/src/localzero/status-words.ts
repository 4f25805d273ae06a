import { lateOrMissing, localZeroTitle } from '@klimaspur/domain';

/** LocalZero's five words for the state of a measure (execution_status), and what they are on our scale of opinions. */
export const statusWords = {
  0: { word: 'unbekannt', rating: 'UNKNOWN' },
  2: { word: 'in Arbeit', rating: 'AS_PLANNED' },
  4: { word: 'abgeschlossen', rating: 'DONE' },
  6: { word: lateOrMissing, rating: 'DELAYED' },
  8: { word: 'gescheitert', rating: 'FAILED' },
} as const;

export type StatusCode = keyof typeof statusWords;
export const statusCodes: readonly StatusCode[] = [0, 2, 4, 6, 8];

/** Evidence of everything that is taken over: the import itself. */
export const importEvidence = [{ kind: 'other', title: localZeroTitle }] as const;
