import type { Language } from './language.js';

type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** The words that a table shows for the codes of the measure sheet. The importer knows the same words. */
export const termWords = {
  planKind: {
    CLIMATE_PROTECTION: { de: 'Klimaschutz', en: 'climate protection' },
    ADAPTATION: { de: 'Klimaanpassung', en: 'climate adaptation' },
    HEAT: { de: 'Wärmeplanung', en: 'heat planning' },
    OTHER: { de: 'anderer Plan', en: 'another plan' },
  },
  horizon: {
    SHORT: { de: 'kurzfristig', en: 'short-term' },
    MEDIUM: { de: 'mittelfristig', en: 'medium-term' },
    LONG: { de: 'langfristig', en: 'long-term' },
  },
  duration: {
    PROJECT: { de: 'Projekt', en: 'project' },
    PERMANENT: { de: 'Daueraufgabe', en: 'permanent task' },
  },
  priority: {
    HIGH: { de: 'hoch', en: 'high' },
    MEDIUM: { de: 'mittel', en: 'medium' },
    LOW: { de: 'niedrig', en: 'low' },
  },
  influence: {
    CONSUMES: { de: 'verbrauchen', en: 'consumes' },
    SUPPLIES: { de: 'versorgen', en: 'supplies' },
    REGULATES: { de: 'regulieren', en: 'regulates' },
    ADVISES: { de: 'beraten', en: 'advises' },
  },
  climateEffect: {
    POSITIVE: { de: 'positiv', en: 'positive' },
    NEGATIVE: { de: 'negativ', en: 'negative' },
    NONE: { de: 'keine', en: 'none' },
    UNKNOWN: { de: 'unbekannt', en: 'unknown' },
  },
  savingQuality: {
    A: { de: 'A (gemessen)', en: 'A (measured)' },
    B: { de: 'B (aus örtlichen Daten berechnet)', en: 'B (calculated from local data)' },
    C: { de: 'C (aus der Literatur)', en: 'C (from literature)' },
    D: { de: 'D (grob geschätzt)', en: 'D (rough guess)' },
  },
  notQuantified: {
    GREENHOUSE_GAS: { de: 'Treibhausgase', en: 'greenhouse gases' },
    ENERGY: { de: 'Energie', en: 'energy' },
    COST: { de: 'Kosten', en: 'costs' },
  },
  stepState: {
    OPEN: { de: 'offen', en: 'open' },
    RUNNING: { de: 'läuft', en: 'running' },
    DONE: { de: 'erledigt', en: 'done' },
    DROPPED: { de: 'entfallen', en: 'dropped' },
  },
  fundingState: {
    OPEN: { de: 'offen', en: 'open' },
    APPLIED: { de: 'beantragt', en: 'applied' },
    GRANTED: { de: 'bewilligt', en: 'granted' },
    REFUSED: { de: 'abgelehnt', en: 'refused' },
  },
} as const satisfies Readonly<Record<string, Words>>;

export type Vocabulary = keyof typeof termWords;

export const wordFor = (vocabulary: Vocabulary, code: string, language: Language): string =>
  (termWords[vocabulary] as Words)[code]?.[language] ?? code;
