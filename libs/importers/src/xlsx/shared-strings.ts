import { readWholeXml, unescaped } from './xml.js';

/** The texts that cells name by number. Formats within a text are left out, reading aids too. */
export const sharedStrings = (chunks: Iterable<Uint8Array>): string[] => {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let inAid = false;
  readWholeXml(chunks, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') inAid = true;
      else if (name === 't') inText = !inAid;
    },
    text(value) {
      if (inText) text += value;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inAid = false;
      else if (name === 'si') strings.push(unescaped(text));
    },
  });
  return strings;
};
