/** A piece of a text: a paragraph, a heading of its own, or a list. */
type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

const withoutMarks = (text: string): string =>
  text
    .replaceAll(/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, '$1 ($2)')
    .replaceAll(/\*\*|__|`/g, '')
    .trim();

const isItem = (line: string) => /^\s*([-*•]|\d+[.)])\s+/.test(line);

/** Reads the little that people use of Markdown; whatever else stands there is text. */
export const blocksOf = (text: string): Block[] =>
  text.split(/\r?\n\s*\r?\n/).flatMap((part): Block[] => {
    const lines = part.split(/\r?\n/).filter((line) => line.trim() !== '');
    if (lines.length === 0) return [];
    if (lines.every(isItem)) {
      const items = lines.map((line) => withoutMarks(line.replace(/^\s*([-*•]|\d+[.)])\s+/, '')));
      return [{ kind: 'list', items }];
    }
    const [first = '', ...rest] = lines;
    if (/^#{1,6}\s/.test(first)) {
      const heading: Block = { kind: 'heading', text: withoutMarks(first.replace(/^#+\s*/, '')) };
      return rest.length === 0 ? [heading] : [heading, ...blocksOf(rest.join('\n'))];
    }
    return [{ kind: 'paragraph', text: lines.map(withoutMarks).join('\n') }];
  });

/** A longer text that somebody typed, as paragraphs and lists; never as HTML. */
export const Prose = ({ text, lang }: { readonly text: string; readonly lang?: string }) => (
  <div class="prose" lang={lang}>
    {blocksOf(text).map((block) => {
      if (block.kind === 'list')
        return (
          <ul>
            {block.items.map((item) => (
              <li>{item}</li>
            ))}
          </ul>
        );
      if (block.kind === 'heading') {
        return (
          <p>
            <strong>{block.text}</strong>
          </p>
        );
      }
      return <p>{block.text}</p>;
    })}
  </div>
);
