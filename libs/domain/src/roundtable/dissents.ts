import { replacementOf } from '../shared/replacement.js';
import { dataOf, timeline, type Past } from '../timeline.js';
import { releasedConclusion, type Dissent, type Release } from './releases.js';

/** One wording of a conclusion: as it was recorded, or as a correction has it. */
interface Wording extends Dissent {
  readonly entry: string;
}

const aboutReleases: ReadonlySet<string> = new Set([
  'RoundtableDissentReleased',
  'EntryCorrected',
  'EntryVoided',
]);

/** Which wordings of the conclusions of a round table may be told, because all groups that they name released them. */
export class Dissents {
  /** In the order in which they were recorded. */
  private readonly wordings: readonly Wording[];
  private readonly byConclusion: ReadonlyMap<string, readonly Wording[]>;
  /** The revision of a group's last release of a conclusion. */
  private readonly released = new Map<string, number>();
  private readonly voidedAt = new Map<unknown, number>();

  constructor(history: readonly Past[]) {
    this.wordings = wordingsIn(history);
    this.byConclusion = Map.groupBy(this.wordings, ({ conclusion }) => conclusion);
    for (const { type, data, revision } of history) {
      if (type === 'EntryVoided') this.voidedAt.set(data['entry'], revision);
    }
    for (const entry of timeline(history.filter(({ type }) => aboutReleases.has(type)))) {
      if (entry.type !== 'RoundtableDissentReleased') continue;
      const { revision } = entry;
      const release = { ...dataOf(entry, entry.type), revision };
      const key = keyOf(this.conclusionOf(release), release.actor);
      this.released.set(key, Math.max(revision, this.released.get(key) ?? revision));
    }
  }

  conclusionOf(release: Release): string | undefined {
    return releasedConclusion(release, this.wordings);
  }

  /**
   * A conclusion, as it stood at the end of its draft. A dissent that was corrected away is still somebody's dissent, so every
   * group that any wording names must have released one.
   */
  isReleased(conclusion: string, draftUntil = -1): boolean {
    const wordings = this.byConclusion.get(conclusion) ?? [];
    const first = wordings.findLast(
      ({ entry, revision }) =>
        entry === conclusion ||
        (revision <= draftUntil && (this.voidedAt.get(entry) ?? Infinity) > draftUntil),
    );
    return (
      wordings.every(({ groups }) =>
        groups.every((actor) => this.released.has(keyOf(conclusion, actor))),
      ) &&
      (!first || this.isReleasedAsWorded(first))
    );
  }

  /** Whom a conclusion still waits for: everybody whom any wording names, and those of the last one for its words. */
  unreleasedGroups(conclusion: string): string[] {
    const wordings = this.byConclusion.get(conclusion) ?? [];
    const last = wordings.findLast(({ entry }) => !this.voidedAt.has(entry));
    return groupsOf(wordings).filter(
      (actor) =>
        !this.released.has(keyOf(conclusion, actor)) ||
        (last?.groups.includes(actor) && !this.isReleasedAsWorded({ ...last, groups: [actor] })),
    );
  }

  /** A correction of a conclusion: what a group released before says nothing of the new words. */
  isReleasedCorrection(correction: string): boolean {
    const wording = this.wordings.find(({ entry }) => entry === correction);
    return !wording || this.isReleasedAsWorded(wording);
  }

  private isReleasedAsWorded({ conclusion, groups, revision }: Wording): boolean {
    return groups.every((actor) => (this.released.get(keyOf(conclusion, actor)) ?? -1) > revision);
  }
}

/** The groups that ever disagreed on an item, or on one conclusion about it, whatever it says now. */
export const groupsInDissent = (
  history: readonly Past[],
  { item, conclusion }: { readonly item?: unknown; readonly conclusion?: unknown },
): string[] =>
  groupsOf(
    wordingsIn(history).filter(
      (wording) =>
        wording.item === item && (conclusion === undefined || wording.conclusion === conclusion),
    ),
  );

/** The groups without whose word a conclusion is told to nobody. */
export const unreleasedGroups = (history: readonly Past[], conclusion: string): string[] =>
  new Dissents(history).unreleasedGroups(conclusion);

const groupsOf = (wordings: readonly Dissent[]): string[] => [
  ...new Set(wordings.flatMap(({ groups }) => groups)),
];

const keyOf = (conclusion: string | undefined, actor: string): string => `${conclusion} ${actor}`;

const wordingsIn = (history: readonly Past[]): Wording[] => {
  const concluded = new Map(
    history.filter(({ type }) => type === 'RoundtableItemConcluded').map((past) => [past.id, past]),
  );
  return history.flatMap((past): Wording[] => {
    const isCorrection = past.type === 'EntryCorrected';
    const conclusion = concluded.get(isCorrection ? (past.data['entry'] as string) : past.id);
    if (!conclusion) return [];
    const { dissent } = isCorrection ? replacementOf(past.data) : past.data;
    return [
      {
        ...{ entry: past.id, conclusion: conclusion.id, revision: past.revision },
        item: conclusion.data['item'] as string,
        groups: (dissent ?? []) as readonly string[],
      },
    ];
  });
};
