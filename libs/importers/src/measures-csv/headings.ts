/** What a column of a list of measures can be for us. */
export type ColumnKey = keyof typeof headings;

/**
 * Headings by which a column is known, in the form of `plain`. The first two are those of our own export;
 * the others are what sheets of German towns (and Karlsruhe's monitoring) call it.
 */
const headings = {
  id: ['klimaspur id'],
  number: [
    'nummer',
    'number',
    'nr',
    'no',
    'massnahmennummer',
    'massnahmen nr',
    'massnahme nr',
    'kennung',
  ],
  field: [
    'handlungsfeld',
    'field',
    'area',
    'bereich',
    'themenfeld',
    'sektor',
    'sector',
    'kategorie',
    'category',
  ],
  title: ['titel', 'title', 'massnahme', 'massnahmentitel', 'bezeichnung', 'name', 'measure'],
  teaser: ['kurzbeschreibung', 'teaser', 'kurztext', 'summary'],
  plannedStart: ['geplanter beginn', 'planned start', 'geplanter start', 'beginn', 'start'],
  plannedEnd: ['geplantes ende', 'planned end', 'planned completion', 'ende', 'end'],
  lead: [
    'federfuehrung',
    'lead',
    'zustaendig',
    'zustaendigkeit',
    'verantwortlich',
    'responsible',
    'responsible organ',
  ],
  leadExplanation: [
    'erlaeuterung zur federfuehrung',
    'explanation of the lead',
    'responsible organ explanation',
  ],
  budgetPerYear: [
    'budget pro jahr eur',
    'budget per year eur',
    'budget per year',
    'budget jaehrlich',
    'budget pro jahr',
    'kosten pro jahr',
    'laufende kosten',
  ],
  budgetTotal: [
    'budget insgesamt eur',
    'budget in total eur',
    'budget total',
    'budget insgesamt',
    'gesamtbudget',
    'kosten',
    'gesamtkosten',
    'budget',
  ],
  savingKg: ['einsparung kg co2e pro jahr', 'saving kg co2e per year'],
  savingTonnes: [
    'saving t co2',
    'thg einsparung',
    'co2 einsparung',
    'thg einsparung t',
    'co2 einsparung t',
    'einsparung t co2',
  ],
  savingKwh: [
    'einsparung kwh pro jahr',
    'saving kwh per year',
    'saving kwh',
    'energieeinsparung',
    'energieeinsparung kwh',
  ],
  savingEur: ['einsparung eur pro jahr', 'saving eur per year', 'saving eur', 'kosteneinsparung'],
  ownProposal: ['eigener vorschlag', 'own proposal'],
  description: ['beschreibung', 'description', 'was muss getan werden', 'massnahmenbeschreibung'],
  planText: ['wortlaut des plans', 'wording of the plan', 'wortlaut', 'formulierung aus dem plan'],
  background: ['ausgangslage', 'background', 'hintergrund'],
  goal: ['ziel', 'goal', 'ziele', 'zielvorgabe', 'goals'],
  statusReport: [
    'sachstandsbericht',
    'status report',
    'sachstand',
    'kurzbericht',
    'bericht',
    'report',
  ],
  statusNote: ['begruendung des stands', 'reason of the status'],
  outlook: ['ausblick', 'outlook'],
  obstacles: ['hemmnisse', 'obstacles', 'risiken', 'hindernisse', 'risiken hemmnisse', 'risks'],
  remarks: [
    'bemerkungen',
    'remarks',
    'bemerkung',
    'anmerkungen',
    'hinweise',
    'weiteres',
    'more',
    'notes',
  ],
  planAssessment: ['bewertung der planung', 'assessment of the plan'],
  supporters: ['unterstuetzende', 'supporters'],
} as const satisfies Record<string, readonly string[]>;

/** Columns of our own export that Klimaspur works out itself. */
const computed: ReadonlySet<string> = new Set([
  'stand',
  'status',
  'stand code',
  'status code',
  'beschlussstand',
  'decision state',
  'umsetzungsstand',
  'implementation state',
  'verzoegerung gemeldet',
  'delay reported',
  'ueberfaellig',
  'late',
  'letzter eintrag',
  'last entry',
  'adresse',
  'address',
]);

const keyOf = new Map<string, ColumnKey>(
  Object.entries(headings).flatMap(([key, names]) =>
    names.map((name) => [name, key as ColumnKey] as const),
  ),
);

/** „Budget pro Jahr (EUR)“ → `budget pro jahr eur`; CO₂ → `co2`. */
const plain = (heading: string) =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

export interface Headings {
  /** Name in the file of each column that was recognised; the first one wins. */
  readonly columns: ReadonlyMap<ColumnKey, string>;
  readonly computed: readonly string[];
  /** True for a file that Klimaspur wrote. */
  readonly own: boolean;
}

export const recognise = (names: readonly string[]): Headings => {
  const columns = new Map<ColumnKey, string>();
  for (const name of names) {
    const key = keyOf.get(plain(name));
    if (key !== undefined && !columns.has(key)) columns.set(key, name);
  }
  const own = columns.has('id');
  const worked = own ? names.filter((name) => computed.has(plain(name))) : [];
  return { columns, computed: worked, own };
};
