import { isRecord } from '@klimaspur/domain';
import { canonicalJson, type Json } from '@klimaspur/event-store';

type Data = Readonly<Record<string, unknown>>;

export interface Merged {
  readonly data: Data;
  /** Fields that a person changed since the last import and the file changed too: kept as they are. */
  readonly kept: readonly string[];
}

export const same = (a: unknown, b: unknown): boolean =>
  a === b || (a !== undefined && b !== undefined && canonical(a) === canonical(b));

const canonical = (value: unknown) => canonicalJson(value as Json);

/**
 * A second import against what stands there: a field that only the file changed since the last import
 * takes the file's word, a field that a person changed keeps the person's.
 *
 * @param base what the last import said
 * @param mine what stands there now
 * @param theirs what the file says now
 */
export const threeWay = (base: Data, mine: Data, theirs: Data): Merged => {
  const kept: string[] = [];
  const merge = (path: string, b: Data, m: Data, t: Data): Data => {
    const names = [...new Set([...Object.keys(b), ...Object.keys(m), ...Object.keys(t)])];
    return Object.fromEntries(
      names.flatMap((name) => {
        const here = path + name;
        if (isRecord(b[name]) && isRecord(m[name]) && isRecord(t[name])) {
          return [[name, merge(`${here}.`, b[name], m[name], t[name])]];
        }
        const fileChanged = !same(b[name], t[name]);
        const personChanged = !same(b[name], m[name]);
        if (fileChanged && personChanged && !same(m[name], t[name])) kept.push(here);
        const value = fileChanged && !personChanged ? t[name] : m[name];
        return value === undefined ? [] : [[name, value]];
      }),
    );
  };
  return { data: merge('', base, mine, theirs), kept };
};
