import { existsSync, readFileSync } from 'node:fs';

export interface Acknowledgement {
  readonly acknowledged: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
}

/** What a writing process said before its end. A last line cut short by the kill does not count. */
export function readDiary(file: string): { begun: Set<string>; acknowledged: Acknowledgement[] } {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
  const entries = lines.map((line) => JSON.parse(line) as Acknowledgement | { begun: string });
  return {
    begun: new Set(entries.flatMap((entry) => ('begun' in entry ? [entry.begun] : []))),
    acknowledged: entries.filter((entry) => 'acknowledged' in entry),
  };
}
