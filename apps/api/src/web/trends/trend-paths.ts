import type { Lang } from '@klimaspur/messages';
import { filterNames, townPath, withQuery } from '../paths.js';

const page: Readonly<Record<Lang, string>> = {
  de: 'verlauf-und-termine',
  en: 'trends-and-dates',
};

/** What this page and the dashboard show, as the files of their charts are called. */
export const trendFiles = {
  status: { de: 'staende', en: 'status' },
  stages: { de: 'stufen', en: 'stages' },
  movedDates: { de: 'termine', en: 'moved-dates' },
  assessments: { de: 'bewertungen', en: 'assessments' },
  target: { de: 'zieljahr', en: 'target' },
  counts: { de: 'stand', en: 'current' },
  ownProjects: { de: 'vorhaben-von-buendnispartnern', en: 'projects-of-allies' },
  fields: { de: 'handlungsfelder', en: 'fields' },
  stagesNow: { de: 'stufen-stand', en: 'stages-current' },
  opinionsNow: { de: 'bewertungen-stand', en: 'assessments-current' },
  shifts: { de: 'verschiebungen', en: 'shifts' },
  farthest: { de: 'am-weitesten-verschoben', en: 'moved-farthest' },
} as const satisfies Record<string, Readonly<Record<Lang, string>>>;
export type TrendFile = keyof typeof trendFiles;
export const trendFileNames = Object.keys(trendFiles) as readonly TrendFile[];

const scope = (lang: Lang, plan: string | undefined) => ({ [filterNames[lang].plan]: plan });

/** „Verlauf und Termine“ of a town, or of one of its plans. */
export const trendsPath = (lang: Lang, slug: string, plan?: string): string =>
  withQuery(`${townPath(lang, slug)}/${page[lang]}`, scope(lang, plan));

export const trendFilePath = (
  lang: Lang,
  slug: string,
  file: TrendFile,
  ending: string,
  plan?: string,
): string =>
  withQuery(`${trendsPath(lang, slug)}/${trendFiles[file][lang]}.${ending}`, scope(lang, plan));

/** Both of a chart's files. */
export const trendDownloads = (
  at: (path: string) => string,
  ...[lang, slug, file, plan]: [lang: Lang, slug: string, file: TrendFile, plan: string | undefined]
) =>
  (['csv', 'json'] as const).map((ending) => ({
    href: at(trendFilePath(lang, slug, file, ending, plan)),
    format: ending.toUpperCase(),
  }));
