import type { Lang } from '@klimaspur/messages';
import {
  type EntryFilter,
  type EntryKind,
  entryKinds,
  type EntryPlace,
} from '@klimaspur/read-models';
import type { FastifyRequest } from 'fastify';
import { happenedWord, trailNames } from './trail-paths.js';

/** What of a trail is asked for. */
export type TrailQuestion = Pick<EntryFilter, 'kind' | 'stream' | 'order' | 'page'>;

/** Measures and votes have histories of their own. */
const thing = /^(municipality|organ|plan|actor|roundtable)-[0-9a-f-]{36}$/;

/** Reads the address; what means nothing there is not asked. */
export const trailQuestion = ({ query }: FastifyRequest, lang: Lang): TrailQuestion => {
  const names = trailNames[lang];
  const given = query as Readonly<Record<string, unknown>>;
  const text = (name: string): string | undefined => {
    const value = given[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const kind = entryKinds.find((known): known is EntryKind => known === text(names.kind));
  const stream = text(names.about);
  const page = placeIn(text(names.before), text(names.after), text(names.oldest));
  return {
    ...(kind ? { kind } : {}),
    ...(stream && thing.test(stream) ? { stream } : {}),
    ...(text(names.order) === happenedWord[lang] ? { order: 'happened' } : {}),
    ...(page ? { page } : {}),
  };
};

const placeIn = (
  before: string | undefined,
  after: string | undefined,
  oldest: string | undefined,
): EntryPlace | undefined => {
  if (before !== undefined) return { before };
  if (after !== undefined) return { after };
  return oldest === undefined ? undefined : 'oldest';
};
