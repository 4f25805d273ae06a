import type { Lang } from '@klimaspur/messages';

const paths: Readonly<Record<Lang, string>> = { de: '/de/pruefen', en: '/en/verify' };

/** Where anybody checks a proof, in their browser. */
export const proofCheckPath = (lang: Lang): string => paths[lang];
