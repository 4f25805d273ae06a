import { NotStorable } from './log-error.js';

/** Kinds of streams that a log has; what other programs keep on the same server has other names. */
export const categories = [
  'municipality',
  'person',
  'organ',
  'plan',
  'measure',
  'decision',
  'actor',
  'roundtable',
  'paper',
  'source',
] as const;

/**
 * Kinds that no program knows yet begin with this. So each reads them as part of the log, on a server as in a file, and has the same
 * leaves in its tree as the newer one that writes them.
 */
export const LATER = 'klima';

export const prefixes: string[] = [...categories.map((category) => `${category}-`), LATER];

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const NAME = new RegExp(`^[a-z]+-${UUID}$`);
const OWN_NAME = new RegExp(`^(?:${categories.join('|')}|${LATER}[a-z]+)-${UUID}$`);

/** `measure` and an id make `measure-0197…`. */
export function streamName(category: string, id: string): string {
  return checkedStream(`${category}-${id}`);
}

/** The id half of a stream name. */
export const idOf = (stream: string): string => stream.slice(stream.length - 36);

/** The category half of a stream name. */
export const categoryOf = (stream: string): string => stream.slice(0, -37);

/**
 * Gives the name back, or refuses what is no category with a UUID (the system streams `$x` among it). A newer program
 * may have written streams of a further kind.
 */
export function checkedStream(stream: string): string {
  if (!NAME.test(stream)) throw new NotStorable(`${stream} is not a stream name: category-uuid`);
  return stream;
}

/** Whether a stream on a shared server is part of the log. */
export const isOwnStream = (stream: string): boolean => OWN_NAME.test(stream);
