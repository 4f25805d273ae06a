import type { MeasureExportRow } from '@klimaspur/exports';
import { messages, type Lang } from '@klimaspur/messages';
import type { MeasureExportRow as Row } from '@klimaspur/read-models';
import { measurePath } from '../web/paths.js';

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
  decidedOn: adopted.has(row.decision) ? orAbsent(row.since.decision) : undefined,
  implementation: row.implementation,
  implementationSince: orAbsent(row.since.implementation),
  startedOn: orAbsent(row.startedOn),
  endedOn: orAbsent(row.endedOn),
  percent: orAbsent(row.percent),
  delayReported: row.delayReported,
  delayReportedOn: orAbsent(row.since.delay),
  late: row.late !== null,
  plannedStart: orAbsent(row.plannedStart),
  plannedEnd: orAbsent(row.plannedEnd),
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
});
