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
  // What lies in the right order already is written by the engine itself, three times as fast.
  return isInOrder(value, 0) ? JSON.stringify(value) : write(value);
}

// Looks at everything, also behind the first disorder: it is the one place that refuses.
function isInOrder(value: unknown, depth: number): boolean {
  switch (typeof value) {
    case 'string':
      return checkedString(value);
    case 'number':
      return checkedNumber(value);
    case 'boolean':
      return true;
    case 'object':
      if (value === null) return true;
      if (depth >= MAX_DEPTH) throw new NotStorable(`Nested deeper than ${MAX_DEPTH} levels`);
      return Array.isArray(value)
        ? isArrayInOrder(value, depth + 1)
        : isObjectInOrder(value, depth + 1);
    default:
      throw new NotStorable(`${typeof value} is not JSON`);
  }
}

function checkedString(value: string): true {
  if (value.isWellFormed()) return true;
  throw new NotStorable('A string holds half a character (lone surrogate)');
}

function checkedNumber(value: number): true {
  if (!Number.isFinite(value)) throw new NotStorable(`${value} is not a JSON number`);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new NotStorable(`${value} is too large to come back unchanged`);
  }
  return true;
}

// An index loop, because every() would leave the holes of a sparse array out.
function isArrayInOrder(value: readonly unknown[], depth: number): boolean {
  let inOrder = true;
  for (let i = 0; i < value.length; i++) inOrder = isInOrder(value[i], depth) && inOrder;
  return inOrder;
}

function isObjectInOrder(value: object, depth: number): boolean {
  if (!isPlain(value)) throw new NotStorable('Only plain JSON objects can be stored');
  const fields = value as Record<string, unknown>;
  let inOrder = true;
  let previous = '';
  for (const key of Object.keys(fields)) {
    checkedString(key);
    inOrder &&= previous <= key;
    previous = key;
    const field = fields[key];
    if (field !== undefined) inOrder = isInOrder(field, depth) && inOrder;
  }
  return inOrder;
}

// Asks for no particular Object.prototype, so that objects of another realm (a test's sandbox) are plain, too.
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** For what was looked at before. */
function write(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(write).join()}]`;
  const fields = value as Record<string, unknown>;
  let text = '';
  // The default order of toSorted() is by UTF-16 code units, as the RFC wants.
  for (const key of Object.keys(fields).toSorted()) {
    const field = fields[key];
    if (field !== undefined) text += `${text && ','}${JSON.stringify(key)}:${write(field)}`;
  }
  return `{${text}}`;
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
