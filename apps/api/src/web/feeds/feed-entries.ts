import { berlinDay, type Past } from '@klimaspur/domain';
import { categoryOf, idOf } from '@klimaspur/event-store';
import type { AtomEntry } from '@klimaspur/exports';
import type { Translate } from '@klimaspur/messages';
import type { ChangeItem } from '@klimaspur/read-models';
import type { Reading } from '../../reading/reader.js';
import { toldData, toldPasts } from '../../reading/told-data.js';
import { anchorOf } from '../measures/history.view.js';
import { entryPath } from '../paths.js';
import { type ChangeLine, changeLines } from '../town/change-lines.js';
import { isFiling, standing } from '../town/changes-list.js';
import { beginningWith, townHistoryPath, trailHref } from '../trail/trail-paths.js';
import { dayWords } from '../words/day-words.js';
import { codeWord } from '../words/entry-words.js';

type Recorded = Past & { readonly metadata: { readonly actor: { readonly role: string } } };
type Data = Readonly<Record<string, unknown>>;

/** Changes as entries of a feed, in the words of the list of changes; `link` makes an address whole. */
export const feedEntries = async (
  reading: Reading,
  items: readonly ChangeItem[],
  t: Translate,
  link: (path: string) => string,
): Promise<AtomEntry[]> => {
  const pasts = await toldPasts(reading, items);
  const lines = await changeLines(reading, items, t, pasts);
  const data = await toldData(reading, items, pasts);
  return lines.flatMap((line, index) => {
    const past = pasts[index] as Recorded | undefined;
    const content = contentOf(data[index] ?? {});
    if (!past) return [];
    return {
      id: line.entry,
      title: `${subjectOf(reading, line)}: ${line.words}${standing(line, t)}`,
      href: link(hrefOf(line, t)),
      recordedAt: line.recordedAt,
      author: codeWord(t, 'role', past.metadata.actor.role),
      summary: summaryOf(line, t),
      ...(content === undefined ? {} : { content }),
      category: line.type,
    };
  });
};

/** What it is about; plans, votes and organisations are named by the words. */
const subjectOf = ({ models, view }: Reading, { stream, measure, municipality }: ChangeLine) => {
  const isAtTable = categoryOf(stream) === 'roundtable';
  const table = isAtTable ? models.roundtable(idOf(stream), view) : undefined;
  return measure?.title ?? table?.name ?? municipality.name;
};

/** What somebody wrote beside it. */
const contentOf = ({ text }: Data): string | undefined => {
  const { note, reason } = (text ?? {}) as Readonly<Record<string, string | undefined>>;
  return note || reason || undefined;
};

/** When it happened, and how it stood after that, in words. */
const summaryOf = (line: ChangeLine, t: Translate): string => {
  const recordedOn = berlinDay(line.recordedAt);
  const untold = !line.occurredOn && isFiling(line);
  return [
    line.words,
    untold ? undefined : dayWords(line.occurredOn, recordedOn, t, line.dayIsLatest),
    line.after && line.after !== line.before
      ? t('feed.status', { status: codeWord(t, 'status', line.after) })
      : undefined,
  ]
    .filter((part) => part !== undefined)
    .join('. ');
};

/** Where it stays: in the history of its measure, else in that of the town. */
const hrefOf = (line: ChangeLine, { lang }: Translate): string => {
  const { measure, entry, position } = line;
  const { slug } = line.municipality;
  if (measure) return entryPath(lang, slug, measure.id, entry);
  const page = beginningWith(position);
  return `${trailHref(townHistoryPath(lang, slug), lang, { page })}#${anchorOf(entry)}`;
};
