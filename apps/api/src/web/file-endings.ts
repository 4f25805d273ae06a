import type { Lang } from '@klimaspur/messages';
import type { FastifyRequest } from 'fastify';
import { inBoth } from './paths.js';

/** Twins of a page for sheets and programs. */
export const fileEndings = ['csv', 'json', 'jsonl'] as const;
export type FileEnding = (typeof fileEndings)[number];

/** The routes of a page and of its twins, in both languages. */
export const withEndings = (
  path: (lang: Lang) => string,
  endings: readonly FileEnding[] = fileEndings,
): string[] =>
  ['', ...endings.map((ending) => `.${ending}`)].flatMap((ending) =>
    inBoth((lang) => path(lang) + ending),
  );

/** The twin that an address asks for; undefined: the page itself. */
export const endingOf = ({ url }: Pick<FastifyRequest, 'url'>): FileEnding | undefined => {
  const [path = ''] = url.split('?', 1);
  return fileEndings.find((ending) => path.endsWith(`.${ending}`));
};

/** The same as it stands at the end of the address. */
export const suffixOf = (request: Pick<FastifyRequest, 'url'>): string => {
  const ending = endingOf(request);
  return ending === undefined ? '' : `.${ending}`;
};
