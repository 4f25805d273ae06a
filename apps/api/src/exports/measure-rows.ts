import type { MeasureExportRow } from '@klimaspur/exports';
import { messages, type Lang } from '@klimaspur/messages';
import type { MeasureExportRow as Row } from '@klimaspur/read-models';
import { measurePath } from '../web/paths.js';

const orAbsent = <T>(value: T | null): T | undefined => value ?? undefined;

/** The texts that a cell can hold as they are; lists have no column yet. */
const wordsOf = (texts: Row['texts']) =>
  Object.fromEntries(Object.entries(texts).filter(([, value]) => typeof value === 'string')) as {
    readonly [
      K in keyof Row['texts'] as NonNullable<Row['texts'][K]> extends string ? K : never
    ]?: string;
  };

/** A row of the read models as every file shows it. `baseUrl`: where its page is found. */
export const exportRow = (row: Row, lang: Lang, baseUrl: string): MeasureExportRow => ({
  id: row.id,
  number: orAbsent(row.place?.number ?? null),
  field: row.path,
  title: row.title,
  teaser: orAbsent(row.teaser),
  status: row.status ?? '',
  statusWord: messages(lang)(`status.${row.status ?? 'elsewhere'}`),
  decision: row.decision,
  implementation: row.implementation,
  delayReported: row.delayReported,
  late: row.late !== null,
  plannedStart: orAbsent(row.plannedStart),
  plannedEnd: orAbsent(row.plannedEnd),
  lead: orAbsent(row.lead),
  leadExplanation: orAbsent(row.leadExplanation),
  budgetPerYearCents: row.budget?.perYearCents,
  budgetTotalCents: row.budget?.totalCents,
  savingKgCo2ePerYear: row.savings?.kgCo2ePerYear,
  savingKwhPerYear: row.savings?.kwhPerYear,
  savingCentsPerYear: row.savings?.centsPerYear,
  ownProposal: row.ownProposal ? true : undefined,
  ...wordsOf(row.texts),
  lastEntryOn: row.lastNews?.on,
  url: baseUrl + measurePath(lang, row.municipality.slug, row.id),
});
