import { folded } from '../clean-text.js';
import { headings } from './column-headings.js';

/** „Budget pro Jahr (EUR)“ → `budget pro jahr eur`; CO₂ → `co2`. */
export const plainHeading = (heading: string): string =>
  folded(heading)
    .replaceAll('€', ' eur ')
    .replace(/([a-z])-\s*\n\s*([a-z])/g, '$1$2')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

export type ColumnKey = keyof typeof headings;
export const columnKeys = Object.keys(headings) as readonly ColumnKey[];
const namesOf = (key: ColumnKey): string[] => headings[key].replace(/\s+/g, ' ').split(', ');

/** Columns of our own export that Klimaspur works out itself. */
export const computedHeadings: ReadonlySet<string> = new Set([
  'stand',
  'status',
  'ueberfaellig',
  'late',
  'adresse',
  'address',
]);

/** Contact data and internal notes stay outside: what is once in the log cannot be asked back. */
export const personalHeading =
  /^(?:kontakt\w*|e ?mail\w*|tel(?:efon\w*)?|intern(?:e[rs]?|al)?|contact|phone|vertraulich\w*)\b|^(?:bemerkung|anmerkung|notiz|kommentar|hinweis|vermerk|note)\w* intern/;

/**
 * Below these stands who, more often than which office: „Owner“ of an English sheet, „Zuständigkeit /
 * Ansprechpartner“. Whoever knows that no persons stand there says so.
 */
export const personHeading =
  /\bansprech(?:partner|person)|\b(?:verantwortliche|zustaendige|responsible|contact) person\b|^(?:owners?|(?:\w+ )?owner|assignee|assigned to|person in charge|bearbeitet (?:von|durch)|erfasst (?:von|durch)|(?:zustaendige[rs]? )?(?:sach)?bearbeit(?:er|erin|erinnen|ung durch)|(?:zustaendige[rs]? )?mitarbeiter\w*|projektleit\w*|projektmanager\w*|project manager|pat(?:e|in)|vorname|nachname|familienname|name de[rs] (?:verantwort|zustaendig|bearbeit|mitarbeit|kontakt|person|projektleit)\w*)\b/;

/** Only our own export means these by them. */
const ownKeys: ReadonlySet<ColumnKey> = new Set([
  'id',
  'municipality',
  'plan',
  'planKind',
  'ownStatus',
  'statusCode',
  'statusSince',
  'statusBy',
  'startedBy',
  'endedBy',
  'decisionCode',
  'decisionSince',
  'amended',
  'inNewConsultation',
  'noDecisionReason',
  'heirs',
  'delayReported',
  'delayReportedOn',
  'delayReason',
  'abandonReason',
  'assessedOn',
  'checkedOn',
]);

const named = (isTaken: (key: ColumnKey) => boolean) =>
  new Map(
    columnKeys
      .filter(isTaken)
      .flatMap((key) => namesOf(key).map((name) => [name, key] as const))
      .reverse(),
  );

const ofStrangers = named((key) => key === 'id' || !ownKeys.has(key));
/** In our own file a heading is one of the two that we write. */
const ofOurs = new Map(
  columnKeys.flatMap((key) =>
    namesOf(key)
      .slice(0, 2)
      .map((name) => [name, key] as const),
  ),
);

export interface KnownHeading {
  readonly key: ColumnKey;
  /** True where the whole heading is known; false where a part of it is. */
  readonly whole: boolean;
}

/** Words around what a heading names: units, years, „(geplant)“ and such. */
const withoutAside = (heading: string) =>
  heading.replace(
    /\([^)]*\)|\[[^\]]*\]|\bin (?:%|€|EUR|Euro|T€|TEUR|Tsd\.? ?€|Mio\.? ?€|t|kg|kWh|MWh|GWh)(?:\b|$).*$|\b(?:19|20)\d\d\b/gi,
    ' ',
  );

const trimmed = (name: string) =>
  name
    .replace(/^(?:der|die|das|voraussichtliche[rs]?|aktuelle[rs]?|geschaetzte[rs]?) /, '')
    .replace(
      /(?: (?:ca|eur|euro|t|t a|kg a|kg|kwh|mwh|gwh|kwh a|mwh a|a|co2|co2e|co2 aeq|in))+$/,
      '',
    )
    .trim();

/** A longer text is no heading, and is not searched for one. */
const longestHeading = 200;

/** What a stranger's heading names; undefined where nothing is known by it. */
export const knownHeading = (heading: string): KnownHeading | undefined => {
  if (heading.length > longestHeading) return undefined;
  const whole = ofStrangers.get(plainHeading(heading));
  if (whole) return { key: whole, whole: true };
  const parts = [withoutAside(heading), ...heading.split(/[/|:,;\n–]|\s-\s|\bund\b|\(/u)];
  const keys = parts.flatMap((part) => {
    const name = plainHeading(part);
    const key = ofStrangers.get(name) ?? ofStrangers.get(trimmed(name));
    return key && key !== 'id' ? [key] : [];
  });
  const [first] = keys;
  // „Beschreibung (Kurztitel)“ is the short title.
  const key = first === 'description' && keys.includes('title') ? 'title' : first;
  return key && { key, whole: false };
};

/** Words by which a heading that nobody knows still tells what it is about; the first that fits. */
const keywords: readonly (readonly [RegExp, ColumnKey])[] = [
  [/\bbis$|\buntil$/, 'plannedEnd'],
  [/(?:zeit\w*|dauer|umsetzung) (?:von|ab)$/, 'plannedStart'],
  [/zustaend|verantw|federf|responsib/, 'lead'],
  [/beteilig|partner|akteur|kooperation|stakeholder/, 'partners'],
  [/zielgrupp|target group/, 'targetGroups'],
  [/(?:thg|co2|treibhaus|emission|ghg).*(?:einspar|minder|reduk|saving|reduction)/, 'saving'],
  [/(?:einspar|minder|reduk|saving).*(?:thg|co2|treibhaus|emission|ghg)/, 'saving'],
  [/(?:energie|energy|[kmg]wh).*(?:einspar|saving)|einspar.*(?:energie|[kmg]wh)/, 'savingKwh'],
  [
    /(?:kosten|cost).*(?:jahr|jaehrl|lauf|year)|(?:lauf|jaehrl|folge)\w* ?kosten|annual cost/,
    'costPerYear',
  ],
  [/invest|einmal\w* kosten/, 'costOneOff'],
  [/kosten|\bcosts?\b|finanzbedarf|finanziell/, 'costs'],
  [/budget|haushaltsmittel/, 'budgetTotal'],
  [/foerder|finanzierung|funding/, 'funding'],
  [/priorit|\bprio\b/, 'priority'],
  [/drucksach|vorlage/, 'paper'],
  [
    /(?:geplant|soll|vorauss|planned).*(?:beginn|start)|(?:beginn|start).*(?:geplant|soll|plan)/,
    'plannedStart',
  ],
  [
    /(?:geplant|soll|vorauss|planned).*(?:ende|abschluss|fertig|end)|(?:ende|abschluss|fertig).*(?:geplant|soll|plan)/,
    'plannedEnd',
  ],
  [/zeitraum|laufzeit|zeitplan|timeline/, 'period'],
  [/\b(?:beginn|start)/, 'begin'],
  [/\b(?:ende|abschluss|fertigstell|frist|termin|deadline)/, 'finish'],
  [/sachstand|sachbericht|\breport/, 'statusReport'],
  [/umsetzungsst|status|\bstand\b/, 'status'],
  [/handlungsfeld|themenfeld|sektor|kategorie|cluster|category/, 'field'],
  [/\b(?:nummer|nr|id|kennung|code)\b/, 'number'],
  [/beschreib|description/, 'description'],
  [/hemmnis|risik|hindernis|obstacle/, 'obstacles'],
  [/indikator|kennzahl|indicator/, 'indicators'],
  [/schritt|meilenstein|milestone/, 'steps'],
  [/\bziel|\bgoal/, 'goal'],
  [/bemerk|anmerk|hinweis|kommentar|notiz|remark|comment/, 'remarks'],
  [/massnahme|\bmeasure|vorhaben/, 'title'],
];

/** What a heading is likely about, where nothing in it is known as a whole. */
export const likelyHeading = (heading: string): ColumnKey | undefined => {
  const name = plainHeading(heading);
  return name.length > longestLikely ? undefined : keywords.find(([word]) => word.test(name))?.[1];
};
const longestLikely = 80;

export const ownHeading = (heading: string): ColumnKey | undefined =>
  heading.length > longestHeading ? undefined : ofOurs.get(plainHeading(heading));
export const isOwnId = (heading: string): boolean =>
  heading.length <= longestHeading && plainHeading(heading) === 'klimaspur id';
