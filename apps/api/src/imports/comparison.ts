import type { Past } from '@klimaspur/domain';
import type { Finding, Source } from '@klimaspur/importers';
import { saidAnew } from './edition-texts.js';
import type { Edition } from './edition.js';
import { keptWord, takenBackWord, type ImportFinding } from './import-findings.js';
import type { ImportContext, Town, TownFile } from './import-target.js';
import type { KnownPlan } from './known-plan.js';
import { withoutEvidence } from './own-export.js';
import type { Wish } from './stream-writes.js';
import { same } from './three-way.js';
import type { UnsaidState } from './unsaid-state.js';

type Data = Readonly<Record<string, unknown>>;

type Compared = Pick<Comparison, 'file' | 'town' | 'plan' | 'context'>;

/** A town of a file beside what is there of it, and what was found on the way. */
export class Comparison {
  readonly counts = { new: 0, changed: 0, unchanged: 0 };
  readonly findings: (ImportFinding | Finding)[] = [];
  /** By measure: states that this edition takes back. */
  readonly unsaid: Record<string, UnsaidState> = {};
  /** Ids here of the fields of the file, by their keys there. */
  readonly fieldIds = new Map<string, string>();

  readonly file: TownFile;
  readonly town: Town;
  readonly plan: KnownPlan;
  readonly context: ImportContext;

  constructor({ file, town, plan, context }: Compared) {
    this.file = file;
    this.town = town;
    this.plan = plan;
    this.context = context;
  }

  /** What the fields of the plan are called, by their ids here: those of the file, and those that are here. */
  get fieldNames(): ReadonlyMap<string, string> {
    const here = [...this.plan.fields].map(([id, { name }]) => [id, name] as const);
    const said = this.file.plan.fields.map(
      ({ source, name }) => [this.fieldIds.get(source.key) ?? '', name] as const,
    );
    return new Map([...said, ...here]);
  }

  /** The field that an earlier import brought under this key, in this plan: another may have one of the same name. */
  async fieldBefore(source: Source): Promise<string | undefined> {
    const found = await this.context.known.find(source, 'field');
    return found.find(({ plan }) => plan === this.plan.id)?.id;
  }

  /** What is said anew as a whole; nothing where it is the same. */
  anew(
    where: string,
    type: string,
    theirs: object | undefined,
    history: readonly Past[],
    edition: Edition,
  ): Wish[] {
    if (theirs === undefined) return [];
    const alike = (mine: Data, said: Data) =>
      same(withoutEvidence(mine), withoutEvidence(said)) || same(mine, said);
    const { wishes, kept, isTakenBack } = saidAnew(type, theirs, history, edition, alike);
    this.findings.push(...kept.map((field) => keptWord(where, type, field)));
    if (isTakenBack) this.findings.push(takenBackWord(where, type));
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
