import type { Finding, NotTaken, NotTakenReason, Params, Refusal } from './importer.js';
import { type FindingCode, findingWords, type RefusalCode, refusalWords } from './words.js';

const shown = (value: unknown): string => {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}';
  const text = value === undefined ? '' : String(value);
  return text.length > 80 ? `${text.slice(0, 79).toWellFormed()}…` : text;
};

/** Collects what a reader could not take, what looks odd, and what it left out on purpose. */
export class Report {
  readonly refused: Refusal[] = [];
  readonly findings: Finding[] = [];
  private readonly left = new Map<string, { count: number; reason: NotTakenReason }>();

  refuse(where: string, column: string, value: unknown, reason: RefusalCode, params: Params = {}) {
    const said = shown(value);
    const words = refusalWords(reason, { ...params, value: said });
    this.refused.push({ where, column, value: said, reason, params, words });
  }

  find(where: string, code: FindingCode, params: Params = {}) {
    this.findings.push({ where, code, params, words: findingWords(code, params) });
  }

  leave(what: string, reason: NotTakenReason, count = 1) {
    const known = this.left.get(what);
    if (known) known.count += count;
    else this.left.set(what, { count, reason });
  }

  get notTaken(): NotTaken[] {
    return [...this.left].map(([what, { count, reason }]) => ({ what, count, reason }));
  }
}
