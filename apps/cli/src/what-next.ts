import type { Translate } from '@klimaspur/messages';
import type { OptionValues } from './command.js';
import { programName } from './config.js';
import type { ImportedPlace, ImportReport } from './import-report.js';

/** The command somebody typed. */
export interface Typed {
  readonly name: string;
  readonly files: readonly string[];
  readonly values: OptionValues;
}

/** Where the file went, who sees it there, and what is to be typed next. */
export const whatNext = (
  report: ImportReport,
  typed: Typed,
  isServed: boolean,
  t: Translate,
): string[] => {
  const { places, published } = report;
  const seen = places.some((place) => place.published);
  const became = Object.values(published).some((count) => count > 0);
  return [
    ...(seen && became ? [t('cli.next.published', published)] : []),
    ...places.flatMap((place) => linesOf(place, placesToFill(report, place), typed, t)),
    ...(isServed || places.length === 0 ? [] : [t('cli.next.serve', { program: programName() })]),
  ];
};

/** Where something must be said before this town may be public. */
const placesToFill = ({ findings }: ImportReport, { municipality }: ImportedPlace): string[] => [
  ...new Set(
    findings.flatMap(({ params, url }) => (params?.['town'] === municipality ? (url ?? []) : [])),
  ),
];

const linesOf = (
  place: ImportedPlace,
  toFill: readonly string[],
  typed: Typed,
  t: Translate,
): string[] => {
  const { name, plan, measures, drafts, url } = place;
  const where = t('cli.next.where', { town: name, plan: plan.title, measures });
  if (place.published && drafts === 0) return [where, t('cli.next.public', { url })];
  const heldBack = !place.published && toFill.length > 0;
  const command = publishing(typed);
  const steps = heldBack
    ? [
        t('cli.next.fillIn'),
        ...toFill.map((page) => `    ${page}`),
        t('cli.next.then', { command }),
      ]
    : [typed.values['publish'] === true ? t('cli.next.kept') : t('cli.next.publish', { command })];
  return [where, hidden(place, t), t('cli.next.signIn', { program: programName() }), ...steps];
};

/** In a town that is a draft nobody sees what is published, either. */
const hidden = ({ published, measures, drafts, url }: ImportedPlace, t: Translate): string => {
  if (drafts === 0) return t('cli.next.townDraft', { url });
  return published || drafts === measures
    ? t('cli.next.drafts', { drafts, url })
    : t('cli.next.hidden', { measures, drafts, url });
};

/** The same command once more, with what makes it public. */
const publishing = ({ name, files, values }: Typed): string => {
  const options = Object.entries(values).flatMap(([option, value]) => {
    if (value === true) return ['json', 'publish'].includes(option) ? [] : [`--${option}`];
    return [value ?? []].flat().flatMap((one) => [`--${option}`, String(one)]);
  });
  return [`${programName()} ${name}`, ...[...files, ...options].map(quoted), '--publish'].join(' ');
};

const quoted = (word: string): string =>
  /^[\w./:@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
