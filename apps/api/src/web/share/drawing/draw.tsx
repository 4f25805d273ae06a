import { renderToString } from 'preact-render-to-string';
import type { Card } from './card.js';
import type { Setters } from './layout.js';
import { Picture } from './picture.js';
import { TypeSetter } from './type-setter.js';

let setters: Setters | undefined;

/** A card as SVG. Takes up to a quarter of a second at first, so the server does it in a thread of its own. */
export const draw = (card: Card): string => {
  setters ??= { regular: new TypeSetter(400), bold: new TypeSetter(600) };
  return renderToString(<Picture card={card} setters={setters} />);
};
