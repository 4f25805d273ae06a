import sax from 'sax';
import { Unreadable } from '../unreadable.js';

type Attributes = Readonly<Record<string, string>>;

/** What a part is made of, in its order. Names without prefix: who writes `x:row` means `row`. */
export interface XmlHandler {
  open?(name: string, attributes: Attributes): void;
  /** A text may come in several pieces. */
  text?(value: string): void;
  close?(name: string): void;
}

const plain = (name: string) => name.slice(name.indexOf(':') + 1);

/**
 * Reads XML as it comes; yields after each piece, so that what was found can be handed on. A document type is
 * refused before anything it declares could be used.
 */
export function* readXml(chunks: Iterable<Uint8Array>, handler: XmlHandler): Generator<undefined> {
  const parser = sax.parser(true, { position: false });
  Object.assign(parser, {
    onerror() {
      throw new Unreadable('file/xml-broken');
    },
    ondoctype() {
      throw new Unreadable('file/xml-unsafe');
    },
    onopentag: ({ name, attributes }: { name: string; attributes: Attributes }) =>
      handler.open?.(plain(name), attributes),
    ontext: (text: string) => handler.text?.(text),
    oncdata: (text: string) => handler.text?.(text),
    onclosetag: (name: string) => handler.close?.(plain(name)),
  });
  let decoder: TextDecoder | undefined;
  for (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    parser.write(decoder.decode(chunk, { stream: true }));
    yield;
  }
  parser.write(decoder?.decode() ?? '').close();
  yield;
}

/** Reads all of a small part. */
export const readWholeXml = (chunks: Iterable<Uint8Array>, handler: XmlHandler): void => {
  for (const _ of readXml(chunks, handler));
};

const encodingOf = ([first, second]: Uint8Array) => {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
};

/** Signs that XML cannot hold are written `_x000D_`. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
