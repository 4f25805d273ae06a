import { StatementSync } from 'node:sqlite';

type Method = (...words: unknown[]) => unknown;
const METHODS = ['all', 'get', 'iterate', 'run'] as const;

/** How many statements of SQL a piece of work in this thread runs. */
export function statementsOf(work: () => unknown): number {
  const prototype = StatementSync.prototype as unknown as Record<string, Method>;
  const before = METHODS.map((name) => [name, prototype[name]!] as const);
  let count = 0;
  for (const [name, method] of before) {
    prototype[name] = function counted(this: StatementSync, ...words: unknown[]) {
      count++;
      return method.apply(this, words);
    };
  }
  try {
    work();
  } finally {
    for (const [name, method] of before) prototype[name] = method;
  }
  return count;
}
