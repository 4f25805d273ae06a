import { normalize, type Json } from '@klimaspur/event-store';
import { Refusal } from '../errors/refusal.js';

/** The body of a request that is no command: an object, with one spelling for each letter. */
export const objectIn = (body: unknown): Readonly<Record<string, unknown>> => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Refusal('request/not-an-object');
  }
  return normalize(body as Json) as Readonly<Record<string, unknown>>;
};
