import { NotStorable } from './log-error.js';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

const MAX_DEPTH = 64;

/**
 * RFC 8785: one value, one text, whatever the order in which its keys were written.
 * Properties that are `undefined` count as absent. Throws NotStorable for what has no single text that
 * every reader gives back: lone surrogates, NaN, infinities, integers beyond 2^53, anything but plain JSON.
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return writeString(value);
    case 'number':
      return writeNumber(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      if (depth >= MAX_DEPTH) throw new NotStorable(`Nested deeper than ${MAX_DEPTH} levels`);
      return Array.isArray(value) ? writeArray(value, depth + 1) : writeObject(value, depth + 1);
    default:
      throw new NotStorable(`${typeof value} is not JSON`);
  }
}

function writeString(value: string): string {
  if (!value.isWellFormed())
    throw new NotStorable('A string holds half a character (lone surrogate)');
  return JSON.stringify(value);
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new NotStorable(`${value} is not a JSON number`);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new NotStorable(`${value} is too large to come back unchanged`);
  }
  return JSON.stringify(value);
}

// An index loop, because map() would leave the holes of a sparse array out.
function writeArray(value: readonly unknown[], depth: number): string {
  let text = '[';
  for (let i = 0; i < value.length; i++) text += (i ? ',' : '') + write(value[i], depth);
  return text + ']';
}

function writeObject(value: object, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new NotStorable(`${value.constructor.name} is not a plain JSON object`);
  }
  const fields = value as Record<string, unknown>;
  let text = '';
  // The default order of toSorted() is by UTF-16 code units, as the RFC wants.
  for (const key of Object.keys(fields).toSorted()) {
    const field = fields[key];
    if (field === undefined) continue;
    text += (text && ',') + writeKey(key) + write(field, depth);
  }
  return `{${text}}`;
}

// Keys are the field names of the events: few, and written again and again.
const writtenKeys = new Map<string, string>();
const REMEMBERED_KEYS = 1_000;

function writeKey(key: string): string {
  const known = writtenKeys.get(key);
  if (known !== undefined) return known;
  const written = `${writeString(key)}:`;
  if (writtenKeys.size < REMEMBERED_KEYS) writtenKeys.set(key, written);
  return written;
}

/**
 * All strings and keys of a value in NFC, so that „ü“ has one spelling in the log. For the doors: what a
 * person typed or a file brought goes through here before it becomes a command. Two keys that become one are refused.
 */
export function normalize<T>(value: T): T;
export function normalize(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map((item) => normalize(item));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(
    ([key, field]) => [key.normalize('NFC'), normalize(field)] as const,
  );
  if (new Set(entries.map(([key]) => key)).size < entries.length) {
    throw new NotStorable('Two keys differ only in their Unicode spelling');
  }
  return Object.fromEntries(entries);
}
