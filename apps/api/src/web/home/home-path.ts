import type { Lang } from '@klimaspur/messages';

/** The first page after signing in. */
export const homePath = (lang: Lang): string => (lang === 'de' ? '/de/arbeit' : '/en/work');
