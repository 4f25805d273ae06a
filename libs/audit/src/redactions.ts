import type { RecordedEvent } from '@klimaspur/event-store';
import { isCommitment } from '@klimaspur/proofs';
import type { EntryPlace } from './finding.js';

/** Events about another one: their text goes with its. */
const ABOUT = new Set(['EntryCorrected', 'EntryVoided', 'EvidenceAdded']);

/**
 * A text that was taken out leaves the leaf as it was, so the tree does not tell whether that was allowed. An entry says so:
 * a later `TextRedacted` of the same stream, for the event itself or one that it is about.
 */
export class Redactions {
  private readonly gone: { readonly at: EntryPlace; readonly event: RecordedEvent }[] = [];
  private readonly about = new Map<string, string>();
  private readonly said = new Map<string, number>();

  take(at: EntryPlace, event: RecordedEvent): void {
    const { entry, text } = event.data;
    if (isCommitment(text)) this.gone.push({ at, event });
    if (typeof entry !== 'string') return;
    if (ABOUT.has(event.type)) this.about.set(event.id, entry);
    if (event.type === 'TextRedacted') this.said.set(`${event.stream} ${entry}`, at.index);
  }

  /** How many entries have lost their text. */
  get count(): number {
    return this.gone.length;
  }

  /** Those of which no entry says so. */
  unexplained(): EntryPlace[] {
    return this.gone.filter((one) => !this.isSaid(one)).map(({ at }) => at);
  }

  private isSaid({ at, event }: (typeof this.gone)[number]): boolean {
    const seen = new Set<string>();
    let id: string | undefined = event.id;
    while (id !== undefined && !seen.has(id)) {
      if ((this.said.get(`${event.stream} ${id}`) ?? -1) > at.index) return true;
      seen.add(id);
      id = this.about.get(id);
    }
    return false;
  }
}
