import { cutTo, oneLine } from './clean-text.js';

export interface ResponsibleBody {
  readonly name: string;
  readonly explanation?: string;
  /** True when `name` was taken out of a longer text. */
  readonly split: boolean;
}

const nameLimit = 200;

/** End of a sentence: not after an abbreviation such as „e. V.“, „Abt.“ or a number. */
const sentenceEnd = /(?<=\p{Ll}{4})[.!?](?=\s+["„(]?\p{Lu})/u;

/**
 * A name of a body, and its explanation. Older data has one long text for both: its first sentence
 * becomes the name, the whole of it the explanation, so that nothing is lost.
 */
export const responsibleBody = (said: string, explanation?: string): ResponsibleBody => {
  const lines = said.trim().split(/[\r\n]+/u);
  const isText = lines.length > 1 || sentenceEnd.test(said) || oneLine(said).length > nameLimit;
  if (!isText) {
    return { name: oneLine(said), split: false, ...(explanation ? { explanation } : {}) };
  }
  const first = oneLine(lines[0]?.split(sentenceEnd)[0] ?? said).replace(/[.:;,]$/u, '');
  return {
    name: cutTo(first, nameLimit),
    explanation: [said, explanation].filter(Boolean).join('\n\n'),
    split: true,
  };
};
