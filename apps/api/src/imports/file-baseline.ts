import { isRecord } from '@klimaspur/domain';
import { same } from './three-way.js';

type Data = Readonly<Record<string, unknown>>;

/** One version of a thing's data, in the order of its stream. */
export interface Version {
  readonly data: Data;
}

/** The data as a file gives it: without the mark that says so. */
export const unmarked = ({ imported: _imported, ...data }: Data): Data => data;

/**
 * What the file said last, field by field: the data of the last import, but for a field that a person had
 * changed, which an import leaves alone, the file's word of the time before.
 */
export const lastWordOfTheFile = (versions: readonly Version[]): Data => {
  let base: Data = {};
  let before: Data = {};
  for (const { data } of versions) {
    const now = unmarked(data);
    if (data['imported'] === true) base = wordOf(base, before, now);
    before = now;
  }
  return base;
};

const wordOf = (base: Data, before: Data, now: Data): Data => {
  const names = [...new Set([...Object.keys(base), ...Object.keys(before), ...Object.keys(now)])];
  return Object.fromEntries(
    names.flatMap((name) => {
      if (isRecord(before[name]) && isRecord(now[name])) {
        const inner = base[name];
        return [[name, wordOf(isRecord(inner) ? inner : {}, before[name], now[name])]];
      }
      const leftAlone = same(before[name], now[name]) && !same(base[name], before[name]);
      const word = leftAlone ? base[name] : now[name];
      return word === undefined ? [] : [[name, word]];
    }),
  );
};
