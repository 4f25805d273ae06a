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
  /** A person took back what the file said, and it says the same again: it stays taken back. */
  readonly isTakenBack?: true;
}

/** What is first in effect of these holds from the beginning, so it stood before its day too. */
const fromTheBeginning: ReadonlySet<string> = new Set([
  'MeasureDescribed',
  'MunicipalityDescribed',
  'PlanMeasurePlaced',
]);

const nothing: SaidAnew = { wishes: [], kept: [] };

/** What was said of a thing until the day of an edition and after it, and what of it the edition is compared with. */
export const versionsOf = (type: string, history: readonly Past[], { day }: Edition): Versions => {
  const versions = inOrder(type, history);
  const before = versions.filter(({ effectiveOn }) => effectiveOn <= day);
  const after = versions.slice(before.length);
  const isNewest = !after.some(({ data }) => data['imported'] === true);
  const ofFiles = inOrder(type, withTakenBack(history));
  return {
    after,
    compared: isNewest ? versions : before,
    isNewest,
    fileWord: lastWordOfTheFile(
      isNewest ? ofFiles : ofFiles.filter(({ effectiveOn }) => effectiveOn <= day),
    ),
  };
};

interface Versions {
  readonly after: readonly Entry[];
  readonly compared: readonly Entry[];
  readonly isNewest: boolean;
  /** What the file said last, also where a person took it back since; empty where it said nothing. */
  readonly fileWord: Data;
}

/** That a person takes back what a file said changes what stands here, and not what the file said. */
const withTakenBack = (history: readonly Past[]): readonly Past[] => {
  const imported = new Set(
    history.flatMap(({ id, data }) => (data['imported'] === true ? [id] : [])),
  );
  return history.filter(
    ({ type, data }) => type !== 'EntryVoided' || !imported.has(String(data['entry'])),
  );
};

const inOrder = (type: string, history: readonly Past[]): readonly Entry[] =>
  timeline(history)
    .filter((entry) => entry.type === type)
    .sort((a, b) =>
      a.effectiveOn === b.effectiveOn
        ? a.revision - b.revision
        : a.effectiveOn < b.effectiveOn
          ? -1
          : 1,
    );

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
  const { after, compared, isNewest, fileWord } = versionsOf(type, history, edition);
  const wish = (data: Data, occurredOn: string | null): EntryWish => ({
    type,
    data: { ...data, imported: true },
    occurredOn,
  });
  const mine = compared.at(-1);
  if (!mine) {
    if (isSame(fileWord, said)) return { ...nothing, isTakenBack: true };
    const next = fromTheBeginning.has(type) ? after[0] : undefined;
    if (next && isSame(unmarked(next.data), said)) return nothing;
    const again = next ? heldAgain(wish, next, after, edition) : [];
    return { wishes: [wish(said, edition.standOn), ...again], kept: [] };
  }
  const now = unmarked(mine.data);
  if (isSame(now, said)) return nothing;
  const merged = threeWay(fileWord, now, said);
  if (isSame(merged.data, now)) {
    const asIfUnsaid = threeWay(lastWordOfTheFile(compared), now, said);
    const isTakenBack = merged.kept.length === 0 && !isSame(asIfUnsaid.data, now);
    return { wishes: [], kept: merged.kept, ...(isTakenBack ? { isTakenBack } : {}) };
  }
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
