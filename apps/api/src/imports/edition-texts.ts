import { timeline, type Entry, type Past } from '@klimaspur/domain';
import type { Edition } from './edition.js';
import type { EntryWish } from './edition-state.js';
import { lastWordOfTheFile, unmarked } from './file-baseline.js';
import { same, threeWay } from './three-way.js';

type Data = Readonly<Record<string, unknown>>;

export interface SaidAnew {
  readonly wishes: readonly EntryWish[];
  /** Fields that a person changed and the file changed too: the person's word stands. */
  readonly kept: readonly string[];
}

/** What is first in effect of these holds from the beginning, so it stood before its day too. */
const fromTheBeginning: ReadonlySet<string> = new Set([
  'MeasureDescribed',
  'MunicipalityDescribed',
  'PlanMeasurePlaced',
]);

const nothing: SaidAnew = { wishes: [], kept: [] };

/** What was said of a thing until the day of an edition and after it, and what of it the edition is compared with. */
export const versionsOf = (
  type: string,
  history: readonly Past[],
  { day }: Edition,
): {
  readonly after: readonly Entry[];
  readonly compared: readonly Entry[];
  readonly isNewest: boolean;
} => {
  const versions = timeline(history)
    .filter((entry) => entry.type === type)
    .sort((a, b) =>
      a.effectiveOn === b.effectiveOn
        ? a.revision - b.revision
        : a.effectiveOn < b.effectiveOn
          ? -1
          : 1,
    );
  const before = versions.filter(({ effectiveOn }) => effectiveOn <= day);
  const after = versions.slice(before.length);
  const isNewest = !after.some(({ data }) => data['imported'] === true);
  return { after, compared: isNewest ? versions : before, isNewest };
};

/**
 * A thing that is said anew as a whole, such as a description, against what stands there. The newest edition speaks
 * about today, three ways; an older one only fills the time before the next.
 */
export const saidAnew = (
  type: string,
  theirs: object,
  history: readonly Past[],
  edition: Edition,
  isSame: (mine: Data, theirs: Data) => boolean = same,
): SaidAnew => {
  const said = unmarked(theirs as Data);
  const { after, compared, isNewest } = versionsOf(type, history, edition);
  const wish = (data: Data, occurredOn: string | null): EntryWish => ({
    type,
    data: { ...data, imported: true },
    occurredOn,
  });
  const mine = compared.at(-1);
  if (!mine) {
    const next = fromTheBeginning.has(type) ? after[0] : undefined;
    if (next && isSame(unmarked(next.data), said)) return nothing;
    const again = next ? heldAgain(wish, next, after, edition) : [];
    return { wishes: [wish(said, edition.standOn), ...again], kept: [] };
  }
  const now = unmarked(mine.data);
  if (isSame(now, said)) return nothing;
  const merged = threeWay(lastWordOfTheFile(compared), now, said);
  if (isSame(merged.data, now)) return { wishes: [], kept: merged.kept };
  const fitsIn = !isNewest || after.length === 0;
  return {
    wishes: [
      wish(merged.data, fitsIn ? edition.standOn : null),
      ...heldAgain(wish, mine, after, edition),
    ],
    kept: merged.kept,
  };
};

/** The next newer edition found what this one replaces; it found nothing new, so nothing was written then. */
const heldAgain = (
  wish: (data: Data, occurredOn: string | null) => EntryWish,
  mine: Entry,
  after: readonly Entry[],
  { nextDay }: Edition,
): EntryWish[] => {
  if (nextDay === null) return [];
  return after.some(({ effectiveOn }) => effectiveOn <= nextDay)
    ? []
    : [wish(unmarked(mine.data), nextDay)];
};
