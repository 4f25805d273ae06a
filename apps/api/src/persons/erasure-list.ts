import { isUuid } from '@klimaspur/event-store';
import type { ErasedPerson } from '@klimaspur/vault';
import { addLine, readLines } from '../persistence/durable-lines.js';

type Line = { readonly erased: string; readonly at: number } | { readonly done: string };

const isLine = (line: Line): boolean =>
  'erased' in line ? isUuid(line.erased) && Number.isFinite(line.at) : isUuid(line.done);

/**
 * Who was erased, kept apart from the vault: a vault that comes back from an older backup still has their names, and nothing
 * in it says that they must go. Pseudonyms alone, which the log has anyway. Only ever added to.
 */
export class ErasureList {
  private readonly all = new Map<string, ErasedPerson>();
  private readonly open = new Set<string>();

  constructor(private readonly file: string) {
    for (const line of readLines(file, isLine)) this.take(line);
  }

  get erased(): readonly ErasedPerson[] {
    return [...this.all.values()];
  }

  /** Those of whom copies may still lie somewhere. */
  get unfinished(): readonly string[] {
    return [...this.open];
  }

  has(person: string): boolean {
    return this.all.has(person);
  }

  /** Answers when it is durable. */
  begin({ person, at }: ErasedPerson): void {
    this.write({ erased: person, at });
  }

  finish(person: string): void {
    this.write({ done: person });
  }

  private write(line: Line): void {
    addLine(this.file, line);
    this.take(line);
  }

  private take(line: Line): void {
    if ('done' in line) this.open.delete(line.done);
    if (!('erased' in line)) return;
    const { erased: person, at } = line;
    // The first time counts: again is for a copy that came back.
    if (!this.all.has(person)) this.all.set(person, { person, at });
    this.open.add(person);
  }
}
