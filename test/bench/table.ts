import type { Result } from './bench.js';

const HEAD = ['what', 'ours', 'peer', 'unit', 'ratio', 'bar', ''];
const RIGHT = new Set([1, 2, 4]);

/** The results side by side, for a terminal. */
export function table(results: readonly Result[]): string {
  const lines = [HEAD, ...results.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  const pad = (cell: string, column: number): string =>
    RIGHT.has(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!);
  return lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n');
}

const cells = ({ name, ours, peer, unit, ratio, bar, ok }: Result): string[] => [
  name,
  number(ours),
  number(peer),
  unit,
  ratio === null ? '–' : ratio.toFixed(2),
  bar,
  ok ? 'ok' : 'MISSED',
];

const number = (value: number | null): string =>
  value === null
    ? '–'
    : value.toLocaleString('en', { maximumFractionDigits: value < 1 ? 3 : value < 100 ? 2 : 0 });
