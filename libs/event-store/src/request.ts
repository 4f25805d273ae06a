import { createHmac } from 'node:crypto';
import { canonicalJson } from './canonical.js';
import type { Write } from './write.js';

/**
 * Fingerprint of what was asked for, to tell a repeated request from another one under the same key. With a secret
 * key, because a plain hash of a short text would let anyone guess a text that was taken out.
 */
export function requestOf({
  body,
  requestKey,
}: Pick<Write, 'body' | 'requestKey'>): string | undefined {
  if (body === undefined || requestKey === undefined) return undefined;
  return createHmac('sha256', requestKey).update(canonicalJson(body)).digest('hex');
}
