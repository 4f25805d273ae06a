import { createHash } from 'node:crypto';
import { canonicalJson, type JsonObject } from './canonical.js';

const COMMITMENT = '#';

/** `{"#": …}`: binds to a text without giving it away. `salt` is 16 bytes in hex. */
export function commitment(text: unknown, salt: string): { readonly '#': string } {
  const hash = createHash('sha256').update(Buffer.from(salt, 'hex')).update(canonicalJson(text));
  return { [COMMITMENT]: hash.digest('hex') };
}

/** Only a commitment is left of what was typed. */
export function isTakenOut({ text }: JsonObject): boolean {
  return typeof text === 'object' && text !== null && COMMITMENT in text;
}

/** An event of which the text was taken out, and with it the salt: without that nobody can try out what the text was. */
export function withoutText<Event extends { data: JsonObject; metadata: JsonObject }>(
  event: Event,
): Event {
  const { salt, ...metadata } = event.metadata;
  if (typeof salt !== 'string') return event;
  return {
    ...event,
    data: { ...event.data, text: commitment(event.data['text'], salt) },
    metadata,
  };
}
