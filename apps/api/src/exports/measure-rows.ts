import type { MeasureExportRow } from '@klimaspur/exports';
import { messages, type Lang } from '@klimaspur/messages';
import type { MeasureExportRow as Row } from '@klimaspur/read-models';
import { measurePath } from '../web/paths.js';
import { rowInWordsOf } from '../web/words/taken-out-words.js';
import { stateTerms, stateWords } from './state-terms.js';

const orAbsent = <T>(value: T | null): T | undefined => value ?? undefined;

const adopted: ReadonlySet<string> = new Set(['ADOPTED', 'ADOPTED_IN_PRINCIPLE']);

const termsOf = ({ cost, ...terms }: Row['terms']) => ({
  ...terms,
  costOneOffCents: cost?.oneOffCents,
  costPerYearCents: cost?.perYearCents,
  staffHundredths: cost?.staffHundredths,
  costAsOf: cost?.asOf,
});

const partnerOf = ({ name, explanation }: Row['partners'][number]) => ({
  name,
  ...(explanation === null ? {} : { explanation }),
});

/** Axis B: one day, in the column that says what happened on it. */
const decisionOf = ({ decision, since, amended, inNewConsultation, heirs }: Row) => {
  const isAdopted = adopted.has(decision);
  return {
    decidedOn: isAdopted ? orAbsent(since.decision) : undefined,
    decisionSince: isAdopted ? undefined : orAbsent(since.decision),
    amended: isAdopted && amended ? true : undefined,
    inNewConsultation: inNewConsultation ? true : undefined,
    heirs: heirs.length === 0 ? undefined : heirs,
  };
};

/** Axis C. */
const implementationOf = (row: Row) => ({
  implementationSince: orAbsent(row.since.implementation),
  implementationBy: orAbsent(row.since.implementationBy),
  startedOn: orAbsent(row.startedOn),
  startedBy: orAbsent(row.startedBy),
  endedOn: orAbsent(row.endedOn),
  endedBy: orAbsent(row.endedBy),
  percent: orAbsent(row.percent),
  delayReported: row.delayReported,
  delayReportedOn: orAbsent(row.since.delay),
  late: row.late !== null,
  plannedStart: orAbsent(row.plannedStart),
  plannedEnd: orAbsent(row.plannedEnd),
});

/** A row of the read models as every file shows it. `baseUrl`: where its page is found. */
export const exportRow = (row: Row, lang: Lang, baseUrl: string): MeasureExportRow =>
  rowInWordsOf(lang, rowOf(row, lang, baseUrl));

const rowOf = (row: Row, lang: Lang, baseUrl: string): MeasureExportRow => {
  const terms = stateTerms(row);
  return {
    id: row.id,
    municipality: row.municipality.name,
    plan: row.plan?.title,
    planKind: row.plan?.kind,
    number: orAbsent(row.place?.number ?? null),
    field: row.path,
    title: row.title,
    teaser: orAbsent(row.teaser),
    status: row.status ?? '',
    statusWord: messages(lang)(`status.${row.status ?? 'elsewhere'}`),
    ...terms,
    words: stateWords(terms, lang),
    ...decisionOf(row),
    ...implementationOf(row),
    assessedOn: orAbsent(row.since.assessment),
    lead: orAbsent(row.lead),
    leadExplanation: orAbsent(row.leadExplanation),
    partners: row.partners.length === 0 ? undefined : row.partners.map(partnerOf),
    budgetPerYearCents: row.budget?.perYearCents,
    budgetTotalCents: row.budget?.totalCents,
    savingKgCo2ePerYear: row.savings?.kgCo2ePerYear,
    savingKwhPerYear: row.savings?.kwhPerYear,
    savingMinKgCo2ePerYear: row.savings?.minKgCo2ePerYear,
    savingMaxKgCo2ePerYear: row.savings?.maxKgCo2ePerYear,
    savingCentsPerYear: row.savings?.centsPerYear,
    savingQuality: row.savings?.quality,
    ownProposal: row.ownProposal ? true : undefined,
    ...row.texts,
    ...termsOf(row.terms),
    lastEntryOn: orAbsent(row.since.news),
    url: baseUrl + measurePath(lang, row.municipality.slug, row.id),
  };
};
