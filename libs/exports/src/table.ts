import type { MeasureExportRow } from './measure-export-row.js';

export type Language = 'de' | 'en';

/** What stands in a column; the dictionary of the data page names it. */
export type ColumnKind = 'text' | 'date' | 'code' | 'amount' | 'money' | 'answer' | 'path';

export interface Column {
  /** Name in JSON; the headings are for people and spreadsheets. */
  readonly key: keyof MeasureExportRow;
  readonly heading: Readonly<Record<Language, string>>;
  readonly kind: ColumnKind;
  /** The value as a table shows it; '' where nothing is said. */
  readonly cell: (row: MeasureExportRow, language: Language) => string;
}

type KeyOf<Type> = {
  [K in keyof MeasureExportRow]-?: NonNullable<MeasureExportRow[K]> extends Type ? K : never;
}[keyof MeasureExportRow];

const text = (
  key: KeyOf<string>,
  de: string,
  en: string,
  kind: 'text' | 'date' | 'code' = 'text',
): Column => ({
  key,
  heading: { de, en },
  kind,
  cell: (row) => row[key] ?? '',
});

const amount = (key: KeyOf<number>, de: string, en: string): Column => ({
  key,
  heading: { de, en },
  kind: 'amount',
  cell: (row) => String(row[key] ?? ''),
});

/** Euros with the decimal comma that German spreadsheets expect; no sign between thousands. */
const money = (key: KeyOf<number>, de: string, en: string): Column => ({
  key,
  heading: { de, en },
  kind: 'money',
  cell: (row) => {
    const cents = row[key];
    if (cents === undefined) return '';
    const [euros, rest] = [Math.trunc(cents / 100), cents % 100];
    return rest === 0 ? String(euros) : `${euros},${String(rest).padStart(2, '0')}`;
  },
});

const answer = (key: KeyOf<boolean>, de: string, en: string): Column => ({
  key,
  heading: { de, en },
  kind: 'answer',
  cell: (row, language) => {
    const value = row[key];
    if (value === undefined) return '';
    return language === 'de' ? (value ? 'ja' : 'nein') : value ? 'yes' : 'no';
  },
});

/** `Energie › Strom`; the separator is escaped inside a name, so that the path reads back as it was. */
const fieldPath: Column = {
  key: 'field',
  heading: { de: 'Handlungsfeld', en: 'Field' },
  kind: 'path',
  cell: ({ field }) => field.map((name) => name.replace(/[\\›]/gu, '\\$&')).join(' › '),
};

/** The columns of a list of measures, once for every format. The importer knows the same headings. */
export const measureColumns: readonly Column[] = [
  text('id', 'Klimaspur-ID', 'Klimaspur ID'),
  text('number', 'Nummer', 'Number'),
  fieldPath,
  text('title', 'Titel', 'Title'),
  text('teaser', 'Kurzbeschreibung', 'Teaser'),
  text('statusWord', 'Stand', 'Status'),
  text('status', 'Stand (Code)', 'Status (code)', 'code'),
  text('decision', 'Beschlussstand', 'Decision state', 'code'),
  text('implementation', 'Umsetzungsstand', 'Implementation state', 'code'),
  answer('delayReported', 'Verzögerung gemeldet', 'Delay reported'),
  answer('late', 'Überfällig', 'Late'),
  text('plannedStart', 'Geplanter Beginn', 'Planned start', 'date'),
  text('plannedEnd', 'Geplantes Ende', 'Planned end', 'date'),
  text('lead', 'Federführung', 'Lead'),
  text('leadExplanation', 'Erläuterung zur Federführung', 'Explanation of the lead'),
  money('budgetPerYearCents', 'Budget pro Jahr (EUR)', 'Budget per year (EUR)'),
  money('budgetTotalCents', 'Budget insgesamt (EUR)', 'Budget in total (EUR)'),
  amount('savingKgCo2ePerYear', 'Einsparung (kg CO2e pro Jahr)', 'Saving (kg CO2e per year)'),
  amount('savingKwhPerYear', 'Einsparung (kWh pro Jahr)', 'Saving (kWh per year)'),
  money('savingCentsPerYear', 'Einsparung (EUR pro Jahr)', 'Saving (EUR per year)'),
  answer('ownProposal', 'Eigener Vorschlag', 'Own proposal'),
  text('description', 'Beschreibung', 'Description'),
  text('planText', 'Wortlaut des Plans', 'Wording of the plan'),
  text('background', 'Ausgangslage', 'Background'),
  text('goal', 'Ziel', 'Goal'),
  text('statusReport', 'Sachstandsbericht', 'Status report'),
  text('statusNote', 'Begründung des Stands', 'Reason of the status'),
  text('outlook', 'Ausblick', 'Outlook'),
  text('obstacles', 'Hemmnisse', 'Obstacles'),
  text('remarks', 'Bemerkungen', 'Remarks'),
  text('planAssessment', 'Bewertung der Planung', 'Assessment of the plan'),
  text('supporters', 'Unterstützende', 'Supporters'),
  text('lastEntryOn', 'Letzter Eintrag', 'Last entry', 'date'),
  text('url', 'Adresse', 'Address'),
];
