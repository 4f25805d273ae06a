import type { Translate } from '@klimaspur/messages';
import { sourceOf } from '../town/town-parts.js';
import { momentWords } from '../words/moment-words.js';
import type { Shared } from './shared.js';

/** What the shortest of the usual places takes, the link included. */
export const LONGEST = 280;
/** A title that is cut further says nothing any more. */
const TITLE = 40;
const NAME = 30;

/** A short text to pass on: what, how it stands, who says so, as of when, and where to read on. */
export const shortText = (shared: Shared, link: string, t: Translate): string => {
  const source = sourceOf({ t, town: shared.town });
  const stand = momentWords(shared.moment, t);
  const write = (title: string, said: string, names = Infinity) =>
    t('share.post', {
      what: shared.named(title),
      said: said.replace(/\.$/, ''),
      source: cut(source, names),
      stand,
      link,
    });
  const says = saysOf(shared, t);
  for (const said of says) {
    const text = fitted(shared.title, TITLE, (title) => write(title, said));
    if (text !== undefined) return text;
  }
  const least = says.at(-1) ?? '';
  return (
    fitted(shared.title, 1, (title) => write(title, least, NAME)) ??
    fitted(least, TITLE, (said) => write(shared.title, said, NAME)) ??
    t('share.post.least', { stand, link })
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
  if (room < Math.min(least, title.length)) return undefined;
  // What does not stand in the text makes it no shorter.
  const text = write(cut(title, room));
  return text.length > LONGEST ? undefined : text;
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
