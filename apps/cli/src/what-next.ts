import type { Translate } from '@klimaspur/messages';
import type { OptionValues } from './command.js';
import type { ImportedPlace, ImportReport } from './import-report.js';

/** The command somebody typed. */
export interface Typed {
  readonly name: string;
  readonly files: readonly string[];
  readonly values: OptionValues;
}

/** Where the file went, who sees it there, and what is to be typed next. */
export const whatNext = (
  { places, published }: ImportReport,
  typed: Typed,
  t: Translate,
): string[] => [
  ...(Object.values(published).some((count) => count > 0)
    ? [t('cli.next.published', published)]
    : []),
  ...places.flatMap((place) => linesOf(place, typed, t)),
];

const linesOf = (place: ImportedPlace, typed: Typed, t: Translate): string[] => {
  const { name, plan, measures, drafts, url } = place;
  const where = t('cli.next.where', { town: name, plan: plan.title, measures });
  if (drafts === 0) return [where, t('cli.next.public', { url })];
  const kept = typed.values['publish'] === true;
  return [
    where,
    t('cli.next.drafts', { drafts, url }),
    t('cli.next.signIn'),
    kept ? t('cli.next.kept') : t('cli.next.publish', { command: publishing(typed) }),
  ];
};

/** The same command once more, with what makes it public. */
const publishing = ({ name, files, values }: Typed): string => {
  const options = Object.entries(values).flatMap(([option, value]) => {
    if (value === true) return option === 'json' ? [] : [`--${option}`];
    return [value ?? []].flat().flatMap((one) => [`--${option}`, String(one)]);
  });
  return [`klimaspur ${name}`, ...[...files, ...options].map(quoted), '--publish'].join(' ');
};

const quoted = (word: string): string =>
  /^[\w./:@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
