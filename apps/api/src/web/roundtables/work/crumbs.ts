import type { Lang } from '@klimaspur/messages';
import type { RoundtableDetail } from '@klimaspur/read-models';
import type { AboutTown } from '../../forms/asked.js';
import { workCrumbs } from '../../forms/form-pages.js';
import { workPath } from '../../paths.js';

export const tablesCrumbs = (about: AboutTown) =>
  workCrumbs(about, {
    label: about.t('roundtable.all'),
    href: workPath(about.lang, about.town.slug, 'tables'),
  });

/** What all pages about one round table have in common; `parts` below it. */
export const aboutTable = (
  about: AboutTown,
  table: Pick<RoundtableDetail, 'id' | 'name'>,
  ...parts: readonly string[]
) => {
  const { lang, town } = about;
  const back = workPath(lang, town.slug, 'tables', table.id);
  return {
    back,
    path: (other: Lang) => workPath(other, town.slug, 'tables', table.id, ...parts),
    crumbs: [...tablesCrumbs(about), { label: table.name, lang: 'de', href: back }],
  };
};
