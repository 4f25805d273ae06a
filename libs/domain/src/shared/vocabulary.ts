/** The codes that are stored. A code is never renamed and never reused; new ones may be added. */

/** Kind of a body (Gremium) or office. In Hesse COUNCIL is the Stadtverordnetenversammlung, EXECUTIVE the Magistrat. */
export const organKinds = [
  'COUNCIL',
  'EXECUTIVE',
  'COMMITTEE',
  'DISTRICT',
  'ADVISORY',
  'ROUND_TABLE',
  'OFFICE',
  'OTHER',
] as const;
export type OrganKind = (typeof organKinds)[number];

export const planKinds = ['CLIMATE_PROTECTION', 'ADAPTATION', 'HEAT', 'OTHER'] as const;
export const planOrigins = ['ADMINISTRATION', 'ALLIANCE', 'CITIZENS_PETITION', 'OTHER'] as const;

/** Where a measure came from. */
export const measureOrigins = [
  'ROUND_TABLE',
  'CITIZENS_GROUP',
  'FACTION',
  'ADMINISTRATION',
  'MAGISTRAT',
  'PLAN',
  'ORTSBEIRAT',
  'CITIZEN_PETITION',
  'FUNDING_PROGRAMME',
  'LEGAL_DUTY',
] as const;

/** When a measure is to be introduced: SHORT within 3 years, MEDIUM within 7, LONG later (NKI-Merkblatt 2017). */
export const horizons = ['SHORT', 'MEDIUM', 'LONG'] as const;
export const priorities = ['HIGH', 'MEDIUM', 'LOW'] as const;

/** How a town can act on it: as a consumer, a supplier, by rules, or by advice. */
export const influences = ['CONSUMES', 'SUPPLIES', 'REGULATES', 'ADVISES'] as const;

/** What the plan says of the effect on the climate, where it gives no figure. */
export const climateEffects = ['POSITIVE', 'NEGATIVE', 'NONE', 'UNKNOWN'] as const;

/** How good an estimate is: A measured, B calculated from local data, C from literature, D rough guess. */
export const savingQualities = ['A', 'B', 'C', 'D'] as const;
/** What a sheet can leave open: „nicht beziffert“. */
export const quantities = ['GREENHOUSE_GAS', 'ENERGY', 'COST'] as const;
export const fundingStates = ['OPEN', 'APPLIED', 'GRANTED', 'REFUSED'] as const;
export const stepStates = ['OPEN', 'RUNNING', 'DONE', 'DROPPED'] as const;

/** What looks odd in a story: shown as „zu prüfen“, never refused. */
export const findingCodes = [
  'not-a-final-body',
  'started-without-decision',
  'implementation-after-end',
  'decided-against-earlier-decision',
  'deliberated-after-end',
  'revoked-while-running',
  'decided-after-moving-on',
  'end-before-start',
  'contradictory-votes',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** Where a measure stands again after its revival: as a proposal, or with a new paper. */
export const revivedStates = ['PROPOSED', 'SUBMITTED'] as const;
export type RevivedState = (typeof revivedStates)[number];

/** What kind of council paper (Drucksache) carries the measure. */
export const paperKinds = [
  'MOTION',
  'ADMIN_PAPER',
  'AMENDMENT',
  'SUPPLEMENT',
  'QUESTION',
  'STATEMENT',
  'REPORT',
  'CITIZEN_INITIATIVE',
] as const;

/** What a body that does not end the matter did with it. */
export const deliberationOutcomes = [
  'RECOMMENDED',
  'RECOMMENDED_AMENDED',
  'NOT_RECOMMENDED',
  'PRELIMINARY_ADVICE',
  'REFERRED',
  'REMITTED_TO_ADMIN',
  'DEFERRED',
  'REMOVED_FROM_AGENDA',
  'NO_DECISION',
  'NOTED',
  'ANSWERED',
  'SETTLED',
  'WITHDRAWN',
  'LAPSED',
] as const;
export type DeliberationOutcome = (typeof deliberationOutcomes)[number];

/** What a body decided about the paper as a whole. */
export const decisionOutcomes = [
  'ADOPTED',
  'ADOPTED_AMENDED',
  'ADOPTED_PARTLY',
  'REJECTED',
  'REVOKED',
  'DEFERRED',
  'NOTED',
  'SETTLED',
] as const;

/** What a decision does to one measure. SETTLES ("als erledigt erklärt") changes neither B nor C. */
export const decisionEffects = [
  'ADOPTS',
  'AMENDS',
  'REJECTS',
  'REVOKES',
  'FUNDS',
  'DEFERS',
  'SETTLES',
  'NOTES',
  'MANDATES_REPORT',
] as const;
export type DecisionEffect = (typeof decisionEffects)[number];

/** FULL: the whole measure. IN_PRINCIPLE: "auf Verweis", a single decision is still due. PART: a part of it. */
export const scopes = ['FULL', 'IN_PRINCIPLE', 'PART'] as const;
export type Scope = (typeof scopes)[number];

export const majorities = ['UNANIMOUS', 'MAJORITY', 'TIE'] as const;

/** CURRENT_ADMINISTRATION: "Geschäft der laufenden Verwaltung". CIVIL_SOCIETY: an allies' own project. */
export const noDecisionReasons = ['CURRENT_ADMINISTRATION', 'CIVIL_SOCIETY'] as const;

export const responsibilities = ['LEAD', 'PARTNER'] as const;
/** PROJECT ends; PERMANENT is a standing task (Daueraufgabe). */
export const durations = ['PROJECT', 'PERMANENT'] as const;

export const delayReasons = [
  'STAFF',
  'FUNDING',
  'PROCUREMENT',
  'LEGAL',
  'COORDINATION',
  'POLITICAL',
  'TECHNICAL',
  'OTHER',
] as const;

/** Why a measure was given up. NOT_FEASIBLE alone makes axis C "not feasible". */
export const abandonReasons = [
  'NOT_FEASIBLE',
  'FUNDING',
  'STAFF',
  'LEGAL',
  'POLITICAL',
  'NO_DEMAND',
  'REPLACED',
  'OTHER',
  'UNKNOWN',
] as const;

export const evidenceKinds = [
  'paper',
  'minutes',
  'press',
  'site-visit',
  'conversation',
  'photo',
  'other',
] as const;

/** Scales on which a measure or a field is assessed, each with its ratings from best to "not assessed". */
export const assessmentScales = {
  TRAFFIC_LIGHT: ['GREEN', 'YELLOW', 'RED', 'DARK_GREY', 'LIGHT_GREY'],
  LOCALZERO: ['DONE', 'AS_PLANNED', 'DELAYED', 'FAILED', 'UNKNOWN'],
  ONE_TO_FIVE: ['1', '2', '3', '4', '5'],
} as const;
/** The rating of a scale by which somebody says, with a reason, that they give none. */
export const notAssessedOn: Readonly<Record<keyof typeof assessmentScales, string | null>> = {
  TRAFFIC_LIGHT: 'LIGHT_GREY',
  LOCALZERO: 'UNKNOWN',
  ONE_TO_FIVE: null,
};
export type AssessmentScale = keyof typeof assessmentScales;
export const scaleNames = Object.keys(assessmentScales) as readonly AssessmentScale[];
export const ratings = [...new Set(Object.values(assessmentScales).flat())] as readonly string[];

/** What a person may do. OPERATOR is for the whole instance, the others for one municipality. */
export const roles = ['OPERATOR', 'LEAD', 'MONITOR', 'ADMINISTRATION'] as const;
export type Role = (typeof roles)[number];

/** Documents that can be kept as evidence; what a file really is, is looked at. */
export const mediaTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type MediaType = (typeof mediaTypes)[number];

/** Licences under which a town's records may be offered; CC BY 4.0 where nothing is said. */
export const licences = ['CC-BY-4.0', 'CC0-1.0', 'DL-DE-BY-2.0', 'DL-DE-ZERO-2.0'] as const;

/** How the observers stand to the town. */
export const observerRelations = ['INDEPENDENT', 'ALLIANCE', 'MUNICIPALITY'] as const;

/** The German Länder by the letters of ISO 3166-2:DE. */
export const states = [
  'BW',
  'BY',
  'BE',
  'BB',
  'HB',
  'HH',
  'HE',
  'MV',
  'NI',
  'NW',
  'RP',
  'SL',
  'SN',
  'ST',
  'SH',
  'TH',
] as const;

export const importFormats = ['LOCALZERO', 'MEASURES_CSV', 'MEASURES_XLSX'] as const;

/** Axis B: decision state of a measure. */
export const decisionStates = [
  'UNKNOWN',
  'IDEA',
  'PROPOSED',
  'SUBMITTED',
  'IN_CONSULTATION',
  'DEFERRED',
  'ADOPTED_IN_PRINCIPLE',
  'ADOPTED',
  'NO_DECISION_NEEDED',
  'REJECTED',
  'WITHDRAWN',
  'LAPSED',
  'REVOKED',
  'MERGED',
  'SPLIT',
  'SUPERSEDED',
] as const;
export type DecisionState = (typeof decisionStates)[number];

/** Axis C: implementation. There is no state "delayed": that is a flag or a computation. */
export const implementationStates = [
  'UNKNOWN',
  'PLANNED',
  'IN_PROGRESS',
  'ONGOING',
  'PAUSED',
  'COMPLETED',
  'ABANDONED',
  'NOT_FEASIBLE',
] as const;
export type ImplementationState = (typeof implementationStates)[number];

/** The nine words of the public bar, in the order in which they are shown. */
export const statuses = [
  'completed',
  'in-progress',
  'planned',
  'adopted',
  'in-consultation',
  'delayed',
  'failed',
  'rejected',
  'unknown',
] as const;
export type Status = (typeof statuses)[number];

/** Who can take part in an alliance: an organisation, never a private person. ADMINISTRATION: an office of the town. */
export const actorKinds = [
  'ADMINISTRATION',
  'PARTY',
  'COMPANY',
  'COOPERATIVE',
  'ASSOCIATION',
  'CITIZENS_GROUP',
  'EXPERT',
  'OTHER',
] as const;
export type ActorKind = (typeof actorKinds)[number];

/** What an ally brings in: voice is public support, space a room or a roof. */
export const contributions = [
  'WORK',
  'KNOWLEDGE',
  'MONEY',
  'SPACE',
  'EQUIPMENT',
  'OUTREACH',
  'VOICE',
  'OTHER',
] as const;

/** A focus topic and an open list of guests; a fixed rhythm; regular talks with one person; a town's body with the group as guest. */
export const roundtableFormats = [
  'ROUND_TABLE',
  'STANDING_MEETING',
  'JOUR_FIXE',
  'EXPERT_BODY_GUEST',
] as const;
export type RoundtableFormat = (typeof roundtableFormats)[number];

/** On what a round table rests. */
export const mandates = ['INFORMAL', 'ADMINISTRATION', 'COUNCIL_DECISION'] as const;

/** The groups by which seats, invitations and answers are counted. */
export const seatKinds = [
  'ADMINISTRATION',
  'POLITICS',
  'BUSINESS',
  'ASSOCIATION',
  'CITIZENS',
  'EXPERT',
] as const;
export type SeatKind = (typeof seatKinds)[number];

export const replies = ['YES', 'NO', 'DEPUTY'] as const;
export type Reply = (typeof replies)[number];

export const rhythmUnits = ['WEEK', 'MONTH'] as const;

export const itemKinds = [
  'PROPOSAL',
  'REFERRAL_FROM_COUNCIL',
  'STATUS',
  'FACT_CHECK',
  'FEEDBACK_CITY',
] as const;
export type ItemKind = (typeof itemKinds)[number];

/** What came of an item. A round table proposes; none of these adopts anything. */
export const itemResults = [
  'CONSENSUS',
  'MAJORITY',
  'DISSENT',
  'PARKED',
  'DROPPED',
  'HANDED_OVER',
] as const;
export type ItemResult = (typeof itemResults)[number];

/** To whom an item was handed over. DISTRICT: Ortsbeirat or Ortsvorsteher. */
export const handedTo = ['ADMINISTRATION', 'FACTION', 'DISTRICT', 'ASSOCIATION'] as const;
