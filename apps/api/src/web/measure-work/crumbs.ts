import type { MeasureDetail } from '@klimaspur/read-models';
import type { AboutTown } from '../forms/asked.js';
import { workCrumbs } from '../forms/form-pages.js';
import { workPath } from '../paths.js';

export const measuresCrumbs = (about: AboutTown) =>
  workCrumbs(about, {
    label: about.t('work.measures'),
    href: workPath(about.lang, about.town.slug, 'measures'),
  });

/** The way to a page about one measure. */
export const measureCrumbs = (
  about: AboutTown,
  { id, title }: Pick<MeasureDetail, 'id' | 'title'>,
) => [
  ...measuresCrumbs(about),
  { label: title, lang: 'de', href: workPath(about.lang, about.town.slug, 'measures', id) },
];
