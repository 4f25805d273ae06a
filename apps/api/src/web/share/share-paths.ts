import type { Lang } from '@klimaspur/messages';
import type { Shape } from './drawing/card.js';

const pages = { de: 'teilen', en: 'share' } as const;
const pictures = { de: 'bild', en: 'picture' } as const;
const upright = { de: '-hoch', en: '-portrait' } as const;

/** The moment of which a picture speaks: the day, and the last instant (milliseconds) of what was known. */
export interface Version {
  readonly asOf: string;
  readonly knownAt: number;
  /** Somebody asked what was known then, so that the picture says it. */
  readonly asked: boolean;
}

/** Where the page at `path` is made ready to be passed on. */
export const sharePath = (lang: Lang, path: string): string => `${path}/${pages[lang]}`;

/** The picture of the page at `path`. A moment of the past never changes, so neither does the picture. */
export const picturePath = (
  lang: Lang,
  path: string,
  { asOf, knownAt, asked }: Version,
  shape: Shape,
): string =>
  `${path}/${pictures[lang]}/${asOf}-${asked ? 'k' : ''}${knownAt}${shape === 'portrait' ? upright[lang] : ''}.png`;

/** The same as a route: `bild/:picture`. */
export const pictureRoute = (lang: Lang, path: string): string =>
  `${path}/${pictures[lang]}/:picture`;

/** What the last part of a picture's address says; undefined: it is none. */
export const readPicture = (
  name: string,
  lang: Lang,
): { readonly version: Version; readonly shape: Shape } | undefined => {
  const found = /^(\d{4}-\d\d-\d\d)-(k?)(\d{1,13})(-[a-z]+)?\.png$/.exec(name);
  if (!found) return undefined;
  const [, asOf = '', asked = '', knownAt = '', ending = ''] = found;
  if (ending !== '' && ending !== upright[lang]) return undefined;
  return {
    version: { asOf, knownAt: Number(knownAt), asked: asked !== '' },
    shape: ending === '' ? 'landscape' : 'portrait',
  };
};
