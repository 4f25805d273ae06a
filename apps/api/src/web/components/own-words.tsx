import type { Translate } from '@klimaspur/messages';

interface OwnWordsProps {
  readonly t: Translate;
  /** A sentence of ours. */
  readonly text: string;
  /** Names and words of the town that stand in it. */
  readonly own?: readonly (string | null | undefined)[];
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** A sentence in the language of the page, in which the town's own words are said to be German. */
export const OwnWords = ({ t, text, own = [] }: OwnWordsProps) => {
  const words = own.filter((one): one is string => Boolean(one));
  if (t.lang === 'de' || words.length === 0) return <>{text}</>;
  // Of two that begin alike the longer one is meant.
  const longestFirst = words.toSorted((a, b) => b.length - a.length).map(escaped);
  const parts = text.split(new RegExp(`(${longestFirst.join('|')})`));
  return (
    <>{parts.map((part, index) => (index % 2 === 0 ? part : <span lang="de">{part}</span>))}</>
  );
};
