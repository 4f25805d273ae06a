import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { LogEvent } from './past-reader.js';

/** What an entry, or the replacement of a correction, says of files; its text of a logo is a description. */
interface Named {
  readonly logo?: unknown;
  readonly evidence?: readonly { readonly sha256?: string }[];
  readonly replacement?: Named;
}

const hashesIn = ({ logo, evidence = [], replacement }: Named): unknown[] => [
  logo,
  ...evidence.map(({ sha256 }) => sha256),
  ...(replacement ? hashesIn(replacement) : []),
];

/** Remembers which streams name a file, whatever became of the entry: it stays in sight. */
export class FileProjection {
  private readonly insert: StatementSync;

  constructor(db: DatabaseSync) {
    this.insert = db.prepare('INSERT OR IGNORE INTO file_named VALUES (?, ?)');
  }

  project({ data }: LogEvent, stream: number): void {
    const named = [data, data['text'] ?? {}].flatMap((part) => hashesIn(part as Named));
    for (const sha256 of named) if (typeof sha256 === 'string') this.insert.run(sha256, stream);
  }
}
