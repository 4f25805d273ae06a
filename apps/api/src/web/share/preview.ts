import { messages, type Lang } from '@klimaspur/messages';
import type { Reading } from '../../reading/reader.js';
import type { Preview } from '../layout/preview-meta.js';
import { picturePath, type Version } from './share-paths.js';
import { altOf, type Shared } from './shared.js';

/** The moment that a picture of what is read here is made of. */
export const versionOf = ({ models, view }: Pick<Reading, 'models' | 'view'>): Version => ({
  asOf: view.asOf,
  knownAt: view.knownAt ?? models.knownUntil(),
  asked: view.knownAt !== undefined,
});

/** What other sites show of a page that somebody links to. */
export const previewOf = (shared: Shared, reading: Reading, lang: Lang): Preview => ({
  image: picturePath(lang, shared.path(lang), versionOf(reading), 'landscape'),
  alt: altOf(shared, messages(lang)),
});
