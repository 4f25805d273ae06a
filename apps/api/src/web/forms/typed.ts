import { normalize, type Json } from '@klimaspur/event-store';

/** What came in with a form, or what it begins with: by the names of its fields. */
export type Typed = Readonly<Record<string, unknown>>;

/** One spelling for each letter, as for every body; and line breaks as the log keeps them. */
export const typedIn = (body: unknown): Typed =>
  normalize(
    Object.fromEntries(
      Object.entries((body ?? {}) as Typed).map(([name, value]) => [name, inLines(value)]),
    ) as Json,
  ) as Typed;

const inLines = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inLines);
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value;
};

export const typedText = (typed: Typed, name: string): string => {
  const value = typed[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** All that was chosen under one name: nothing, one or several. */
export const typedList = (typed: Typed, name: string): string[] =>
  [typed[name]].flat().filter((value): value is string => typeof value === 'string');
