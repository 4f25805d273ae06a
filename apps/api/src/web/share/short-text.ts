import { formatDay, type Translate } from '@klimaspur/messages';
import { sourceOf } from '../town/town-parts.js';
import type { Shared } from './shared.js';

/** What the shortest of the usual places takes, the link included. */
export const LONGEST = 280;
/** A title that is cut further says nothing any more. */
const TITLE = 40;
const NAME = 30;

/** A short text to pass on: what, how it stands, who says so, as of when, and where to read on. */
export const shortText = (shared: Shared, link: string, t: Translate): string => {
  const source = sourceOf({ t, town: shared.town });
  const day = formatDay(shared.day, t.lang);
  const write = (title: string, said: string, names: number) =>
    t('share.post', {
      what: shared.named(title),
      said: said.replace(/\.$/, ''),
      source: cut(source, names),
      day,
      link,
    });
  const says = saysOf(shared, t);
  for (const said of says) {
    const text = fitted(shared.title, TITLE, (title) => write(title, said, Infinity));
    if (text !== undefined) return text;
  }
  const least = says.at(-1) ?? '';
  return (
    fitted(shared.title, 1, (title) => write(title, least, NAME)) ??
    t('share.post.least', { day, link })
  );
};

/** From all that is known to the word alone. */
const saysOf = ({ badge, fact, since, title }: Shared, t: Translate): string[] => {
  if (!badge) return [fact ?? title];
  return [
    ...(fact ? [`${badge.word}. ${fact}`] : []),
    ...(since ? [t('share.since', { word: badge.word, day: since })] : []),
    badge.word,
  ];
};

/** With as much of the title as there is room for; undefined: for less than `least` of it. */
const fitted = (
  title: string,
  least: number,
  write: (title: string) => string,
): string | undefined => {
  const over = write(title).length - LONGEST;
  if (over <= 0) return write(title);
  const room = title.length - over;
  return room < Math.min(least, title.length) ? undefined : write(cut(title, room));
};

const graphemes = new Intl.Segmenter('de', { granularity: 'grapheme' });

/** At most so long; what is left out shows as „…“, and no sign is cut in two. */
const cut = (text: string, most: number): string => {
  if (text.length <= most) return text;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length > most - 1) break;
    kept += segment;
  }
  // Between two words, where that costs little.
  const words = /^(.{12,}?)\s+\S{0,15}$/su.exec(kept)?.[1] ?? kept;
  return `${words.trimEnd()}…`;
};
