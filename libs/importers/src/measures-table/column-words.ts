import { folded } from '../clean-text.js';

/** „Budget pro Jahr (EUR)“ → `budget pro jahr eur`; CO₂ → `co2`. */
export const plainHeading = (heading: string): string =>
  folded(heading)
    .replaceAll('€', ' eur ')
    .replace(/([a-z])-\s*\n\s*([a-z])/g, '$1$2')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/**
 * What a column can be for us, and the headings by which it is known in the form of `plainHeading`. The first two
 * are those of our own export; the others are what sheets of German towns (and Karlsruhe's monitoring) call it.
 */
const headings = {
  id: 'klimaspur id',
  number: `nummer, number, nr, no, massnahmennummer, massnahmen nr, massnahme nr, kennung, lfd nr,
    lfd, id, kuerzel, massnahmenkuerzel, code`,
  field: `handlungsfeld, field, area, bereich, themenfeld, sektor, sector, kategorie, category,
    handlungsbereich, thema, themenbereich, aktionsfeld, cluster, path`,
  title: `titel, title, massnahme, massnahmentitel, bezeichnung, name, measure, massnahmenname,
    massnahmenbezeichnung, projekt, projekttitel, titel der massnahme, name der massnahme,
    bezeichnung der massnahme, massnahmen, massnahme projekt`,
  teaser: 'kurzbeschreibung, teaser, kurztext, summary, kurzinfo',
  status: `status, stand, umsetzungsstand, umsetzungsstatus, stand der umsetzung, status der
    umsetzung, bearbeitungsstand, bearbeitungsstatus, implementation status, fortschritt,
    execution status, stand der bearbeitung, aktueller stand, projektstand, projektstatus,
    umsetzung`,
  statusCode: 'umsetzungsstand, implementation state',
  statusSince: 'umsetzungsstand seit, implementation state since',
  percent: `fortschritt prozent, progress percent, umsetzungsgrad, fortschritt in, umsetzungsgrad
    in, erfuellungsgrad, fertigstellungsgrad, umsetzung in, umsetzungsstand in,
    umsetzungsfortschritt, prozent`,
  delayReportedOn: 'verzoegerung gemeldet am, delay reported on',
  startedOn: `begonnen am, started on, tatsaechlicher beginn, actual start, begonnen, umsetzung
    begonnen am`,
  endedOn: `beendet am, ended on, abgeschlossen am, tatsaechliches ende, actual completion,
    fertiggestellt am, erledigt am, umgesetzt am, completed on`,
  decisionCode: 'beschlussstand, decision state',
  decidedOn: `beschlossen am, decided on, beschlussdatum, datum des beschlusses, beschluss vom,
    beschluss am, datum beschluss`,
  decidedBy: 'beschlossen durch, decided by, beschlossen von, beschlussgremium, beschlussorgan',
  paper: `drucksache, paper, drucksachennummer, vorlage, vorlagennummer, drs, beschlussvorlage, ds
    nr, beschluss nr`,
  papers: 'drucksachen, papers, bezug zu drucksachen',
  checkedOn: 'letzter eintrag, last entry',
  standOn: `stand vom, as of, stichtag, berichtsstand, letzte aktualisierung, aktualisiert am, stand
    datum`,
  plannedStart: `geplanter beginn, planned start, geplanter start, start geplant, beginn geplant,
    umsetzungsbeginn`,
  plannedEnd: `geplantes ende, planned end, planned completion, ende geplant, geplante fertigstellung,
    zieltermin, frist, umsetzung bis, zu erledigen bis, termin, deadline, faellig, bis wann,
    fertigstellung geplant, zieljahr`,
  begin: 'beginn, start, startjahr, startdatum, umsetzungsstart, von, projektbeginn, projektstart',
  finish: `ende, end, fertigstellung, abschluss, enddatum, bis, projektende, umsetzungsende,
    fertigstellungstermin`,
  period: `dauer in worten, period, zeitraum, umsetzungszeitraum, laufzeit, projektlaufzeit,
    zeitplan, zeitrahmen, dauer, zeitliche umsetzung, zeit, durchfuehrungszeitraum`,
  horizon: `einfuehrung, horizon, zeithorizont, fristigkeit, umsetzungshorizont, einfuehrung der
    massnahme`,
  duration: `projekt oder daueraufgabe, project or permanent task, befristung, art der massnahme,
    massnahmentyp`,
  priority: 'prioritaet, priority, priorisierung, prio, dringlichkeit',
  feasibility: 'machbarkeit 1 5, feasibility 1 5, machbarkeit, umsetzbarkeit, feasibility',
  impact: 'wirkung 1 5, impact 1 5, wirkung, wirksamkeit, impact',
  influence: 'einflussbereich, influence, kommunaler einflussbereich, einflussmoeglichkeit',
  climateEffect: 'klimawirkung, climate effect, klimarelevanz, co2 relevanz',
  effectFrom: 'wirkung ab, effect from, wirkungsbeginn, wirkzeitraum',
  lead: `federfuehrung, lead, zustaendig, zustaendigkeit, verantwortlich, responsible,
    responsible organ, verantwortung, verantwortlichkeit, zustaendige stelle, federfuehrend,
    fachbereich, amt, dienststelle, federfuehrendes amt, fachamt, verantwortliche stelle,
    zustaendiges amt, umsetzung durch`,
  leadExplanation: `erlaeuterung zur federfuehrung, explanation of the lead, responsible organ explanation`,
  partners: `beteiligte, partners, partner, akteure, kooperationspartner, weitere akteure, weitere
    beteiligte, mitwirkende, beteiligte akteure`,
  initiator: 'initiator, initiated by, initiative, treiber, ansprechstelle, initiatoren',
  targetGroups: 'zielgruppen, target groups, zielgruppe',
  budgetPerYear: `budget pro jahr eur, budget per year eur, budget per year, budget jaehrlich, budget pro
    jahr`,
  budgetTotal: `budget insgesamt eur, budget in total eur, budget total, budget insgesamt, gesamtbudget,
    budget, haushaltsmittel, budget gesamt, mittel`,
  costOneOff: `kosten einmalig eur, one off cost eur, kosten einmalig, einmalige kosten,
    investitionskosten, anschubkosten, investition`,
  costPerYear: `kosten pro jahr eur, cost per year eur, kosten pro jahr, laufende kosten, kosten
    laufend, kosten jaehrlich, jaehrliche kosten, folgekosten, betriebskosten`,
  costs: `kosten, gesamtkosten, cost, costs, kosten gesamt, geschaetzte kosten, kostenschaetzung,
    finanzbedarf, finanzieller aufwand, investitionsvolumen`,
  staff: 'personalstellen, posts, personal, personalbedarf, personalaufwand, stellenbedarf',
  costAsOf: 'preisstand, prices of',
  costNote: 'erlaeuterung der kosten, explanation of the costs, kostenerlaeuterung',
  funding: `finanzierung, funding, foerderung, foerderprogramm, foerdermittel, finanzierungsansatz,
    haushaltsstelle, foerdermoeglichkeiten`,
  saving: `einsparung kg co2e pro jahr, saving kg co2e per year, saving t co2, thg einsparung, co2
    einsparung, treibhausgaseinsparung, einsparung co2, thg minderung, co2 minderung,
    minderungspotenzial, einsparpotenzial, thg einsparpotenzial, co2 einsparpotenzial,
    einsparung thg, emissionsminderung, einsparung treibhausgase`,
  savingMin: 'einsparung mindestens kg co2e pro jahr, saving at least kg co2e per year',
  savingMax: 'einsparung hoechstens kg co2e pro jahr, saving at most kg co2e per year',
  savingKwh: `einsparung kwh pro jahr, saving kwh per year, saving kwh, energieeinsparung,
    endenergieeinsparung, einsparung energie`,
  savingEur: 'einsparung eur pro jahr, saving eur per year, saving eur, kosteneinsparung',
  savingQuality: 'guete der schaetzung, quality of the estimate, datenguete',
  savingsMethod: `herleitung der einsparung, how the saving was found, berechnungsgrundlage, herleitung,
    annahmen`,
  notQuantified: 'nicht beziffert, not quantified',
  notQuantifiedReason: 'warum nicht beziffert, why not quantified',
  ownProposal: 'eigener vorschlag, own proposal, vorschlag nicht teil des plans',
  description: `beschreibung, description, was muss getan werden, massnahmenbeschreibung, beschreibung
    der massnahme, inhalt, erlaeuterung, kurzbeschreibung der massnahme`,
  planText: `wortlaut des plans, wording of the plan, wortlaut, formulierung aus dem plan, wortlaut
    im plan`,
  background: 'ausgangslage, background, hintergrund, ausgangssituation',
  goal: 'ziel, goal, ziele, zielvorgabe, goals, zielsetzung, ziel der massnahme',
  steps: `handlungsschritte, steps, arbeitsschritte, naechste schritte, umsetzungsschritte,
    meilensteine, next steps`,
  indicators: `erfolgsindikatoren, indicators, indikatoren, indikator, erfolgskontrolle,
    erfolgsindikator`,
  coBenefits: `nebeneffekte, co benefits, weitere effekte, zusatznutzen, synergien, synergieeffekte`,
  localValue: 'wertschoepfung, local value, regionale wertschoepfung',
  examples: 'gute beispiele, examples, wo noch, best practice, referenzen, vorbilder',
  related: `flankierende massnahmen, related measures, verknuepfte massnahmen, verwandte massnahmen,
    querbezuege`,
  classes: 'einordnung, classes, klassifikation',
  statusReport: `sachstandsbericht, status report, sachstand, kurzbericht, bericht, report,
    zwischenstand, aktueller sachstand, statusbericht`,
  statusNote: 'begruendung des stands, reason of the status, execution justification',
  outlook: 'ausblick, outlook, weiteres vorgehen',
  obstacles: `hemmnisse, obstacles, risiken, hindernisse, risiken hemmnisse, risks, probleme,
    herausforderungen`,
  remarks: `bemerkungen, remarks, bemerkung, anmerkungen, anmerkung, hinweise, weiteres, more,
    notes, kommentar, sonstiges, notizen`,
  planAssessment: 'bewertung der planung, assessment of the plan',
  supporters: 'unterstuetzende, supporters',
  assessment: 'bewertung, assessment, ampel, ampelbewertung, einschaetzung, bewertung ampel',
  achieved: 'was wurde erreicht, what was achieved, erreicht',
  missing: 'was fehlt, what is missing, offene punkte',
} as const satisfies Record<string, string>;

export type ColumnKey = keyof typeof headings;
export const columnKeys = Object.keys(headings) as readonly ColumnKey[];
const namesOf = (key: ColumnKey): string[] => headings[key].replace(/\s+/g, ' ').split(', ');

/** Columns of our own export that Klimaspur works out itself. */
export const computedHeadings: ReadonlySet<string> = new Set([
  'stand',
  'status',
  'stand code',
  'status code',
  'verzoegerung gemeldet',
  'delay reported',
  'ueberfaellig',
  'late',
  'adresse',
  'address',
]);

/** Contact data and internal notes stay outside: what is once in the log cannot be asked back. */
export const personalHeading =
  /^(?:ansprech(?:partner|person)(?:in|innen|en)?|kontakt\w*|e ?mail\w*|tel(?:efon\w*)?|bearbeiter(?:in|innen)?|sachbearbeit\w*|intern(?:e[rs]?|al)?|contact|phone|vertraulich\w*)\b|^(?:bemerkung|anmerkung|notiz|kommentar|hinweis|vermerk|note)\w* intern/;

/** Only our own export means these by them. */
const ownKeys: ReadonlySet<ColumnKey> = new Set([
  'id',
  'statusCode',
  'statusSince',
  'decisionCode',
  'delayReportedOn',
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
  const parts = [withoutAside(heading), ...heading.split(/[/|:,\n]|\bund\b|\(/u)];
  for (const part of parts) {
    const name = plainHeading(part);
    const key = ofStrangers.get(name) ?? ofStrangers.get(trimmed(name));
    if (key && key !== 'id') return { key, whole: false };
  }
  return undefined;
};

export const ownHeading = (heading: string): ColumnKey | undefined =>
  heading.length > longestHeading ? undefined : ofOurs.get(plainHeading(heading));
export const isOwnId = (heading: string): boolean =>
  heading.length <= longestHeading && plainHeading(heading) === 'klimaspur id';
