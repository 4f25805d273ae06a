/**
 * The shape of one stored field. Events are written down once, as values of this type; the checks of the
 * deciders, the request bodies, the JSON Schemas and docs/events.md all come from there.
 */
export type Field = Readonly<
  { optional?: true; doc?: string } & (
    | { kind: 'code'; values: readonly string[] }
    | { kind: 'text'; max: number }
    | { kind: 'url' }
    | { kind: 'date' }
    | { kind: 'integer'; min: number; max: number }
    | { kind: 'boolean' }
    | { kind: 'id'; of: Reference }
    | { kind: 'pattern'; pattern: string; example: string }
    | { kind: 'list'; of: Field; max: number }
    | { kind: 'object'; fields: Fields }
    /** The data of another entry, checked against that entry's own type. */
    | { kind: 'entry-data' }
  )
>;

export type Fields = Readonly<Record<string, Field>>;

/** What an id points at: a stream, or from `entry` on something that lives in the same stream. */
export type Reference =
  | 'municipality'
  | 'person'
  | 'organ'
  | 'plan'
  | 'measure'
  | 'decision'
  | 'actor'
  | 'roundtable'
  | 'entry'
  | 'field'
  | 'edition'
  | 'seat'
  | 'meeting'
  | 'item'
  | 'follow-up';

type Value<F> = F extends { kind: 'code'; values: readonly (infer V)[] }
  ? V
  : F extends { kind: 'integer' }
    ? number
    : F extends { kind: 'boolean' }
      ? boolean
      : F extends { kind: 'list'; of: infer Item }
        ? readonly Value<Item>[]
        : F extends { kind: 'object'; fields: infer Inner }
          ? Shape<Inner>
          : F extends { kind: 'entry-data' }
            ? Readonly<Record<string, unknown>>
            : string;

type OptionalKeys<S> = { [K in keyof S]: S[K] extends { optional: true } ? K : never }[keyof S];

/** The TypeScript type that a set of fields describes. */
export type Shape<S> = { readonly [K in Exclude<keyof S, OptionalKeys<S>>]: Value<S[K]> } & {
  readonly [K in OptionalKeys<S>]?: Value<S[K]>;
};

export const code = <const V extends readonly string[]>(values: V, doc?: string) =>
  ({ kind: 'code', values, ...(doc ? { doc } : {}) }) as const;
export const text = (max: number, doc?: string) =>
  ({ kind: 'text', max, ...(doc ? { doc } : {}) }) as const;
export const url = (doc?: string) => ({ kind: 'url', ...(doc ? { doc } : {}) }) as const;
/** A day, a month or a year: `YYYY-MM-DD`, `YYYY-MM`, `YYYY`. */
export const date = (doc?: string) => ({ kind: 'date', ...(doc ? { doc } : {}) }) as const;
export const integer = (min: number, max: number, doc?: string) =>
  ({ kind: 'integer', min, max, ...(doc ? { doc } : {}) }) as const;
export const boolean = (doc?: string) => ({ kind: 'boolean', ...(doc ? { doc } : {}) }) as const;
export const id = <const R extends Reference>(of: R, doc?: string) =>
  ({ kind: 'id', of, ...(doc ? { doc } : {}) }) as const;
export const pattern = (source: string, example: string, doc?: string) =>
  ({ kind: 'pattern', pattern: source, example, ...(doc ? { doc } : {}) }) as const;
export const list = <const F extends Field>(of: F, max: number, doc?: string) =>
  ({ kind: 'list', of, max, ...(doc ? { doc } : {}) }) as const;
export const object = <const S extends Fields>(fields: S, doc?: string) =>
  ({ kind: 'object', fields, ...(doc ? { doc } : {}) }) as const;
export const entryData = (doc?: string) =>
  ({ kind: 'entry-data', ...(doc ? { doc } : {}) }) as const;
export const optional = <const F extends Field>(field: F) =>
  ({ ...field, optional: true }) as F & { optional: true };
