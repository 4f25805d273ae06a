import { LinkedText } from './linked-text.js';
import type { ComponentChildren } from 'preact';

/** A piece of a text: a paragraph, a heading of its own, or a list. */
type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

const item = /^\s*([-*•]|\d+[.)])\s+/;

/** Reads the little that people use of Markdown; whatever else stands there is text. */
export const blocksOf = (text: string): Block[] =>
  text.split(/\r?\n\s*\r?\n/).flatMap((part): Block[] => {
    const lines = part.split(/\r?\n/).filter((line) => line.trim() !== '');
    if (lines.length === 0) return [];
    if (lines.every((line) => item.test(line))) {
      return [{ kind: 'list', items: lines.map((line) => line.replace(item, '')) }];
    }
    const [first = '', ...rest] = lines;
    if (/^#{1,6}\s/.test(first)) {
      const heading: Block = { kind: 'heading', text: first.replace(/^#+\s*/, '') };
      return rest.length === 0 ? [heading] : [heading, ...blocksOf(rest.join('\n'))];
    }
    return [{ kind: 'paragraph', text: lines.join('\n') }];
  });

/** An image's description, a link's words and address; emphasis is not shown. */
const linkOrImage = /(!?)\[([^\]]*)\]\(([^)\s]+)\)/g;
const withoutMarks = (text: string): string =>
  text.replaceAll(/\*\*|__|`/g, '').replaceAll(/(?<!\w)[_*](\S(?:.*?\S)?)[_*](?!\w)/g, '$1');

/** One line of what people typed: links lead somewhere where the address is one of the web; the rest is text. */
export const inline = (text: string): ComponentChildren => {
  const parts: ComponentChildren[] = [];
  let end = 0;
  for (const { 0: whole, 1: image, 2: words = '', 3: address = '', index } of text.matchAll(
    linkOrImage,
  )) {
    parts.push(withoutMarks(text.slice(end, index)));
    end = index + whole.length;
    const isLink = image === '' && /^https?:\/\//i.test(address);
    parts.push(
      isLink ? (
        <a class="external" href={address} rel="noopener">
          {withoutMarks(words) || address}
        </a>
      ) : (
        withoutMarks(words)
      ),
    );
  }
  return end === 0 ? withoutMarks(text) : [...parts, withoutMarks(text.slice(end))];
};

/** The same, with addresses that stand in the text as they are. */
const inlineLinked = (text: string): ComponentChildren =>
  [inline(text)]
    .flat()
    .map((part) => (typeof part === 'string' ? <LinkedText text={part} /> : part));

interface ProseProps {
  readonly text: string;
  readonly lang?: string;
  /** Its headings are those of the page, and bare addresses in it can be followed. */
  readonly asPage?: boolean;
}

/** A longer text that somebody typed, as paragraphs and lists; never as HTML. */
export const Prose = ({ text, lang, asPage }: ProseProps) => {
  const say = asPage ? inlineLinked : inline;
  return (
    <div class="prose" lang={lang}>
      {blocksOf(text).map((block) => {
        if (block.kind === 'list')
          return (
            <ul>
              {block.items.map((one) => (
                <li>{say(one)}</li>
              ))}
            </ul>
          );
        if (block.kind === 'heading') {
          if (asPage) return <h2>{say(block.text)}</h2>;
          return (
            <p>
              <strong>{say(block.text)}</strong>
            </p>
          );
        }
        return <p>{say(block.text)}</p>;
      })}
    </div>
  );
};
