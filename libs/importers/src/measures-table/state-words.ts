import {
  abandonReasons,
  assessmentScales,
  decisionStates,
  delayReasons,
  implementationStates,
  noDecisionReasons,
} from '@klimaspur/domain';

/** What our export writes for a code, in German and English. A test compares it with the words of the pages. */
type Words = Readonly<Record<string, readonly [de: string, en: string]>>;

const decisionWords: Words = {
  UNKNOWN: ['unbekannt', 'unknown'],
  IDEA: ['Idee', 'idea'],
  PROPOSED: ['vorgeschlagen', 'proposed'],
  SUBMITTED: ['eingebracht', 'filed'],
  IN_CONSULTATION: ['in Beratung', 'under consultation'],
  DEFERRED: ['vertagt', 'deferred'],
  ADOPTED_IN_PRINCIPLE: [
    'grundsätzlich beschlossen – Einzelbeschluss steht aus',
    'adopted in principle – single decision still due',
  ],
  ADOPTED: ['beschlossen', 'adopted'],
  NO_DECISION_NEEDED: ['kein Beschluss nötig', 'no decision needed'],
  REJECTED: ['abgelehnt', 'rejected'],
  WITHDRAWN: ['zurückgezogen', 'withdrawn'],
  LAPSED: ['verfallen', 'lapsed'],
  REVOKED: ['aufgehoben', 'revoked'],
  MERGED: ['in anderer Maßnahme aufgegangen', 'merged into another measure'],
  SPLIT: ['in mehrere Maßnahmen aufgeteilt', 'split into several measures'],
  SUPERSEDED: ['durch andere Maßnahme ersetzt', 'superseded by another measure'],
};

const implementationWords: Words = {
  UNKNOWN: ['unbekannt', 'unknown'],
  PLANNED: ['geplant', 'planned'],
  IN_PROGRESS: ['in Umsetzung', 'under way'],
  ONGOING: ['in Umsetzung (Daueraufgabe)', 'under way (permanent task)'],
  PAUSED: ['ruht', 'paused'],
  COMPLETED: ['abgeschlossen', 'completed'],
  ABANDONED: ['aufgegeben', 'given up'],
  NOT_FEASIBLE: ['nicht umsetzbar', 'not feasible'],
};

const noDecisionWords: Words = {
  CURRENT_ADMINISTRATION: ['Geschäft der laufenden Verwaltung', 'current administration'],
  CIVIL_SOCIETY: [
    'Vorhaben von Bündnispartnern, kein Beschluss nötig',
    'project of allies, no decision needed',
  ],
};

const abandonWords: Words = {
  NOT_FEASIBLE: ['nicht umsetzbar', 'not feasible'],
  FUNDING: ['Geld fehlt', 'lack of money'],
  STAFF: ['Personal fehlt', 'lack of staff'],
  LEGAL: ['Recht und Genehmigung', 'law and permits'],
  POLITICAL: ['politische Gründe', 'political reasons'],
  NO_DEMAND: ['kein Bedarf', 'no demand'],
  REPLACED: ['durch anderes ersetzt', 'replaced by something else'],
  OTHER: ['anderer Grund', 'another reason'],
  UNKNOWN: ['Grund unbekannt', 'reason unknown'],
};

const delayWords: Words = {
  STAFF: ['Personal fehlt', 'lack of staff'],
  FUNDING: ['Geld fehlt', 'lack of money'],
  PROCUREMENT: ['Vergabe', 'procurement'],
  LEGAL: ['Recht und Genehmigung', 'law and permits'],
  COORDINATION: ['Absprachen dauern', 'coordination takes time'],
  POLITICAL: ['politische Gründe', 'political reasons'],
  TECHNICAL: ['technische Gründe', 'technical reasons'],
  OTHER: ['anderer Grund', 'another reason'],
};

const ratingWords: Words = {
  'TRAFFIC_LIGHT.GREEN': [
    'Ampel: kommt sehr gut voran oder abgeschlossen (grün)',
    'Traffic light: going very well or finished (green)',
  ],
  'TRAFFIC_LIGHT.YELLOW': ['Ampel: in Arbeit (gelb)', 'Traffic light: being worked on (yellow)'],
  'TRAFFIC_LIGHT.RED': [
    'Ampel: braucht mehr Aufmerksamkeit (rot)',
    'Traffic light: needs more attention (red)',
  ],
  'TRAFFIC_LIGHT.DARK_GREY': [
    'Ampel: gescheitert oder nicht umsetzbar (dunkelgrau)',
    'Traffic light: failed or not feasible (dark grey)',
  ],
  'TRAFFIC_LIGHT.LIGHT_GREY': [
    'Ampel: nicht bewertet (hellgrau)',
    'Traffic light: not assessed (light grey)',
  ],
  'LOCALZERO.DONE': ['Stufen von LocalZero: abgeschlossen', 'LocalZero’s levels: completed'],
  'LOCALZERO.AS_PLANNED': ['Stufen von LocalZero: in Arbeit', 'LocalZero’s levels: in progress'],
  'LOCALZERO.DELAYED': [
    'Stufen von LocalZero: verzögert oder fehlt',
    'LocalZero’s levels: delayed or missing',
  ],
  'LOCALZERO.FAILED': ['Stufen von LocalZero: gescheitert', 'LocalZero’s levels: failed'],
  'LOCALZERO.UNKNOWN': ['Stufen von LocalZero: unbekannt', 'LocalZero’s levels: unknown'],
  'ONE_TO_FIVE.1': ['1 bis 5: 1 von 5', '1 to 5: 1 of 5'],
  'ONE_TO_FIVE.2': ['1 bis 5: 2 von 5', '1 to 5: 2 of 5'],
  'ONE_TO_FIVE.3': ['1 bis 5: 3 von 5', '1 to 5: 3 of 5'],
  'ONE_TO_FIVE.4': ['1 bis 5: 4 von 5', '1 to 5: 4 of 5'],
  'ONE_TO_FIVE.5': ['1 bis 5: 5 von 5', '1 to 5: 5 of 5'],
};

/** Reads a code, or its word as the export writes it. */
const codeIn =
  <Code extends string>(codes: readonly Code[], words: Words) =>
  (said: string): Code | undefined =>
    codes.find((code) => code === said || words[code]?.includes(said));

export const decisionIn = codeIn(decisionStates, decisionWords);
export const implementationIn = codeIn(implementationStates, implementationWords);
export const noDecisionReasonIn = codeIn(noDecisionReasons, noDecisionWords);
export const abandonReasonIn = codeIn(abandonReasons, abandonWords);
export const delayReasonIn = codeIn(delayReasons, delayWords);

const ratingCodes = Object.entries(assessmentScales).flatMap(([scale, ratings]) =>
  ratings.map((rating) => `${scale}.${rating}`),
);
const ratingCodeIn = codeIn(ratingCodes, ratingWords);

/** A rating with the scale on which it stands. */
export const ownRatingIn = (said: string) => {
  const [scale, rating] = ratingCodeIn(said)?.split('.') ?? [];
  return scale === undefined || rating === undefined
    ? undefined
    : { scale: scale as keyof typeof assessmentScales, rating };
};
