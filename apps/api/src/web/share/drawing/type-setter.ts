import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import bidiJs from 'bidi-js';
import * as fontkit from 'fontkit';
import german from 'hyphen/de-1996/index.js';
import { wrap, type Wrapped } from './wrap.js';

export type Weight = 400 | 600;

interface Run {
  readonly text: string;
  readonly direction: 'ltr' | 'rtl';
}

// Its types are those of an ES module, its code is CommonJS: the default is the factory itself.
const bidi = (bidiJs as unknown as typeof bidiJs.default)();
/** Left out: they have no look, or would get one that means nothing. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu;
/** „12. März“, „104 Maßnahmen“: a number stays with what it counts. */
const afterNumber = /(?<=\d\.?) (?=\S)/g;
/** No picture shows more; whoever types more must not keep it busy. */
const LONGEST = 600;

/**
 * Turns text into outlines. A picture then needs no fonts of the machine it is made on, and looks the same on each.
 * FiraGO is Fira Sans with Greek, Cyrillic, Arabic, Hebrew, Georgian and Thai; what it lacks, such as emoji, is left out.
 */
export class TypeSetter {
  private readonly font: fontkit.Font;
  private readonly advances = new Map<string, number>();

  constructor(weight: Weight) {
    const file = `@fontsource/firago/files/firago-latin-${weight}-normal.woff`;
    const bytes = readFileSync(createRequire(import.meta.url).resolve(file));
    this.font = fontkit.create(bytes) as fontkit.Font;
  }

  /** The text as far as the font can show it. */
  drawable(text: string): string {
    const plain = text.slice(0, LONGEST).normalize('NFC').replaceAll(/\s+/g, ' ');
    return [...plain.replaceAll(invisible, '')]
      .filter((character) => this.font.hasGlyphForCodePoint(character.codePointAt(0)!))
      .join('')
      .replaceAll(/ {2,}/g, ' ')
      .trim()
      .replaceAll(afterNumber, '\u00A0');
  }

  widthOf(text: string, size: number): number {
    return (this.advance(text) * size) / this.font.unitsPerEm;
  }

  wrap(
    text: string,
    size: number,
    frame: { readonly width: number; readonly lines: number },
  ): Wrapped {
    return wrap(this.drawable(text), {
      ...frame,
      measure: (part) => this.widthOf(part, size),
      hyphenate: (word) => german.hyphenateSync(word),
    });
  }

  /** The outlines of one line for the `d` of a path, in units of the font; y points up. */
  outline(text: string): string {
    let x = 0;
    const parts: string[] = [];
    for (const { glyphs, positions } of this.layoutOf(text)) {
      glyphs.forEach((glyph, index) => {
        const { xAdvance, xOffset, yOffset } = positions[index]!;
        parts.push(glyph.path.translate(x + xOffset, yOffset).toSVG());
        x += xAdvance;
      });
    }
    return parts.join('');
  }

  get unitsPerEm(): number {
    return this.font.unitsPerEm;
  }

  private advance(text: string): number {
    const known = this.advances.get(text);
    if (known !== undefined) return known;
    const width = this.layoutOf(text).reduce((sum, { advanceWidth }) => sum + advanceWidth, 0);
    if (this.advances.size > 5_000) this.advances.clear();
    this.advances.set(text, width);
    return width;
  }

  private layoutOf(text: string): fontkit.GlyphRun[] {
    return runsOf(text).map(({ text: run, direction }) =>
      this.font.layout(run, undefined, undefined, undefined, direction),
    );
  }
}

/** Stretches of one direction, in the order in which they stand from left to right. */
const runsOf = (text: string): Run[] => {
  const embedding = bidi.getEmbeddingLevels(text, 'ltr');
  const { levels } = embedding;
  const runs: Run[] = [];
  let from = 0;
  const order = bidi.getReorderedIndices(text, embedding);
  order.forEach((index, place) => {
    const after = order[place + 1];
    if (after !== undefined && Math.abs(after - index) === 1 && levels[after] === levels[index])
      return;
    const [first, last] = [order[from]!, index].toSorted((a, b) => a - b) as [number, number];
    const direction = (levels[index] ?? 0) % 2 === 1 ? 'rtl' : 'ltr';
    runs.push({ text: text.slice(first, last + 1), direction });
    from = place + 1;
  });
  return runs;
};
