import type { Lang } from '@klimaspur/messages';
import { workPath } from '../paths.js';

/** Where a team reads and writes what it notes about a measure; `more`: one note, and deleting it. */
export const notesPath = (
  lang: Lang,
  slug: string,
  measure: string,
  ...more: readonly string[]
): string => workPath(lang, slug, 'measures', measure, 'notes', ...more);
