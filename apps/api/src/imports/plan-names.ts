import type { MeasureNames } from '@klimaspur/read-models';
import { alike, plainTitle } from './alike.js';
import type { Known } from './import-target.js';
import type { MeasureHead } from './measure-head.js';

/** The measures of a plan by what they are and were called, to find those of a file among them. */
export class PlanNames {
  private readonly byId: ReadonlyMap<string, MeasureNames>;
  private readonly byNumber: ReadonlyMap<string | null, readonly MeasureNames[]>;
  private readonly byTitle = new Map<string, MeasureNames[]>();

  constructor(names: readonly MeasureNames[]) {
    this.byId = new Map(names.map((each) => [each.id, each]));
    this.byNumber = Map.groupBy(names, ({ number }) => number);
    for (const each of names) {
      for (const title of new Set(each.titles.map(plainTitle))) {
        const others = this.byTitle.get(title);
        if (others) others.push(each);
        else this.byTitle.set(title, [each]);
      }
    }
  }

  get size(): number {
    return this.byId.size;
  }

  /** Those that have, or had, this title. */
  titled(title: string): readonly MeasureNames[] {
    return this.byTitle.get(plainTitle(title)) ?? [];
  }

  /** Those with this number, whose title may only have been rewritten. */
  numbered({ number, title }: MeasureHead): readonly MeasureNames[] {
    if (number === undefined) return [];
    return (this.byNumber.get(number) ?? []).filter(({ titles }) =>
      titles.some((other) => alike(title, other)),
    );
  }

  /** Whether a row of the file stands in this plan: by title, by number, or by the key of an earlier file. */
  async hold(head: MeasureHead, known: Known): Promise<boolean> {
    if (this.titled(head.title).length > 0 || this.numbered(head).length > 0) return true;
    const before = await known.find(head.source, 'measure');
    return before.some(({ id }) =>
      this.byId.get(id)?.titles.some((other) => alike(head.title, other)),
    );
  }
}
