import type { Past } from '@klimaspur/domain';
import type { RecordedEvent } from '@klimaspur/event-store';
import type { ImportedMunicipality, Source } from '@klimaspur/importers';
import type { ImportedKind } from '@klimaspur/read-models';
import { saidAnew } from './edition-texts.js';
import type { Edition } from './edition.js';
import { keptWord, type ImportFinding } from './import-findings.js';
import type { ImportContext, Town } from './import-target.js';
import type { KnownPlan } from './known-plan.js';
import { withoutEvidence } from './own-export.js';
import type { Wish } from './stream-writes.js';
import { same } from './three-way.js';

type Data = Readonly<Record<string, unknown>>;

/** A town of a file beside what is there of it, and what was found on the way. */
export class Comparison {
  readonly counts = { new: 0, changed: 0, unchanged: 0 };
  readonly findings: ImportFinding[] = [];
  /** Ids here of the fields of the file, by their keys there. */
  readonly fieldIds = new Map<string, string>();

  constructor(
    readonly file: ImportedMunicipality,
    readonly town: Town,
    readonly plan: KnownPlan,
    readonly context: ImportContext,
  ) {}

  /** What an earlier import brought under this key, in this town; a measure in this plan, or in none so far. */
  async before(source: Source, kind: ImportedKind): Promise<string | undefined> {
    const { known } = this.context;
    for (const { id, municipality } of await known.find(source, kind)) {
      if (municipality !== this.town.id) continue;
      const fits =
        kind !== 'measure' || this.plan.placements.has(id) || (await known.planOf(id)) === null;
      if (fits) return id;
    }
    return undefined;
  }

  /** What is said anew as a whole; nothing where it is the same. */
  anew(
    where: string,
    type: string,
    theirs: object | undefined,
    history: readonly RecordedEvent[],
    edition: Edition,
  ): Wish[] {
    if (theirs === undefined) return [];
    const alike = (mine: Data, said: Data) =>
      same(withoutEvidence(mine), withoutEvidence(said)) || same(mine, said);
    const { wishes, kept } = saidAnew(type, theirs, history as unknown as Past[], edition, alike);
    this.findings.push(...kept.map((field) => keptWord(where, `${type}.${field}`)));
    return wishes.map((each) => ({ ...each, where }));
  }

  count(isNew: boolean, wishes: readonly Wish[]): void {
    this.counts[isNew ? 'new' : wishes.length > 0 ? 'changed' : 'unchanged'] += 1;
  }
}

export const wish = (
  where: string,
  type: string,
  data: Data,
  occurredOn: string | null = null,
): Wish => ({
  where,
  type,
  data,
  occurredOn,
});
