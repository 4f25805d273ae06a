import { type Actor, idOf, isUuid } from '@klimaspur/event-store';
import { addLine, readLines } from '../persistence/durable-lines.js';

/** A text that was taken out: which events it was in, and who said so. Never the text, and not the reason either. */
export interface Redaction {
  /** Id of the event that says so. */
  readonly redaction: string;
  readonly stream: string;
  readonly entry: string;
  readonly events: readonly string[];
  readonly actor: Actor;
  readonly agreedBy?: string;
  readonly recordedAt: string;
}

/** Somebody asked for it, and may have been answered. */
export interface Asked {
  readonly stream: string;
  readonly asked: string;
}

type Line = Redaction | Asked | { readonly done: string } | { readonly again: string };

const isLine = (line: Line): boolean => {
  if ('done' in line) return isUuid(line.done);
  if ('again' in line) return isUuid(line.again);
  if (typeof line.stream !== 'string' || !isUuid(idOf(line.stream))) return false;
  if ('asked' in line) return isUuid(line.asked);
  const { redaction, entry, events, actor } = line;
  return [redaction, entry, actor?.person].every(isUuid) && (events?.every(isUuid) ?? false);
};

/**
 * What was taken out, kept apart from the log: a log that comes back from an older backup still has the texts, and nothing in it
 * says that they must go. One JSON object a line, only ever added to.
 */
export class RedactionList {
  private readonly all = new Map<string, Redaction>();
  private readonly open = new Set<string>();
  private asks: Asked[] = [];
  private done = 0;

  constructor(private readonly file: string) {
    for (const line of readLines(file, isLine)) this.take(line);
  }

  get redactions(): readonly Redaction[] {
    return [...this.all.values()];
  }

  /** Those of which copies may still lie somewhere. */
  get unfinished(): readonly Redaction[] {
    return this.redactions.filter(({ redaction }) => this.open.has(redaction));
  }

  /** What was asked for, as long as no redaction of that entry came after. */
  get asked(): readonly Asked[] {
    return this.asks;
  }

  /** Another one each time something is gone. */
  get mark(): number {
    return this.done;
  }

  /** Answers when it is durable. */
  write(line: Line): void {
    addLine(this.file, line);
    this.take(line);
  }

  private take(line: Line): void {
    if ('asked' in line) this.asks.push(line);
    if ('again' in line) this.open.add(line.again);
    if ('done' in line) {
      this.open.delete(line.done);
      this.done++;
    }
    if ('redaction' in line) {
      this.all.set(line.redaction, line);
      this.open.add(line.redaction);
      this.asks = this.asks.filter(({ asked }) => asked !== line.entry);
    }
  }
}
