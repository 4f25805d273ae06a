import type { Lang } from '@klimaspur/messages';
import type { Mention } from '@klimaspur/vault';
import { barrierInboxPath } from '../barriers/barrier-paths.js';
import { notesPath } from '../measure-notes/note-paths.js';
import { workPath } from '../paths.js';
import { projectionsPath } from '../projections/projection-paths.js';
import { siteFormPath, siteKeys } from '../site/site-paths.js';

const paths: Readonly<Record<Lang, string>> = {
  de: '/de/admin/personendaten',
  en: '/en/admin/personal-data',
};

/** Where the operator looks up what is kept of somebody who asks. */
export const mentionsPath = (lang: Lang): string => paths[lang];

/** Where it can be read as a whole, changed and deleted. Addresses take the id of a town in place of its name. */
export const placeOf = (lang: Lang, { kind, id, ...mention }: Mention): string | null => {
  const { municipality: town = '', measure = '' } = mention;
  switch (kind) {
    case 'person':
      return `/api/v1/persons/${id}/data`;
    case 'page': {
      const page = siteKeys.find((key) => id === `${key}/de` || id === `${key}/en`);
      return page === undefined ? null : siteFormPath(lang, page);
    }
    case 'notice':
      // Barriers are told to whoever runs the instance, and are about no town.
      return town === '' ? barrierInboxPath(lang) : workPath(lang, town, 'notices', id);
    case 'note':
      return notesPath(lang, town, measure);
    case 'contact':
      return workPath(lang, town, 'organisations', 'contacts');
    case 'responsible':
      return workPath(lang, town, 'observers');
    case 'dismissal':
      return projectionsPath(lang);
    case 'meeting-note':
      return workPath(lang, town, 'tables');
  }
};
