import type { Lang } from '@klimaspur/messages';
import type { Municipality } from '@klimaspur/read-models';
import { mayWrite } from '../../../reading/reader.js';
import { mayIn } from '../../forms/rights.js';
import type { Asked } from '../../measures/measure-desk.js';
import { workPath } from '../../paths.js';
import type { ShownTables } from './shown-table.js';

/** What every page about round tables and the alliance is made of. */
export const shownTables = ({ t, at, reading }: Asked, town: Municipality): ShownTables => ({
  ...{ t, town, at },
  actors: reading.models.actors({ municipality: town.id }, reading.view),
  today: reading.view.asOf,
});

/** What the frame is told of every page about a town's round tables. */
export const contentOf = (
  { lang, reading }: Asked,
  town: Municipality,
  path: (lang: Lang) => string,
) => ({
  lang,
  paths: { de: path('de'), en: path('en') },
  moment: reading.moment,
  section: 'municipalities' as const,
  live: { municipality: town.id },
  hidden: !town.published,
});

const rights = {
  tables: ['roundtable', 'add-item'],
  organisations: ['actor', 'register-actor'],
} as const;

/** The way to where it is worked on, for those who may. */
export const workHrefOf = (
  { lang, reading }: Asked,
  town: Municipality,
  desk: keyof typeof rights,
  ...parts: readonly string[]
): { readonly workHref?: string } => {
  const { viewer } = reading;
  const [category, command] = rights[desk];
  return viewer && mayWrite(reading, town) && mayIn({ reading, viewer }, category, command, town)
    ? { workHref: workPath(lang, town.slug, desk, ...parts) }
    : {};
};
