import type Sharp from 'sharp';
import { OneByOne } from './one-by-one.js';
import { refused } from './refuse.js';

/** More than any telephone takes, and few enough for a machine with little memory. */
const MOST_MEGAPIXELS = 40;
const MOST_PIXELS = MOST_MEGAPIXELS * 1_000_000;
const PREVIEW_PIXELS = 320;
const PATIENCE_SECONDS = 30;
/** Small print on a photographed paper must stay readable. */
const QUALITY = 90;

type Open = typeof Sharp;
let library: Promise<Open> | undefined;

/** Loaded with the first picture: most processes never see one. Threads and kept parts would only cost memory. */
const sharp = (): Promise<Open> => {
  library ??= import('sharp').then(({ default: open }) => {
    open.cache(false);
    open.concurrency(1);
    return open;
  });
  return library;
};

/** One picture at a time: unpacked they are large. */
const unpacked = new OneByOne();

export interface Picture {
  readonly bytes: Buffer;
  readonly mediaType: 'image/jpeg' | 'image/png';
}

/**
 * The picture and nothing else, drawn anew: upright, without place, camera and comments, and without whatever was
 * hidden in the file beside it.
 */
export const redraw = (bytes: Uint8Array, path: string): Promise<Picture> =>
  unpacked.do(async () => {
    const open = await sharp();
    const { format, hasAlpha } = await measured(open, bytes, path);
    const image = open(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .autoOrient()
      .timeout({ seconds: PATIENCE_SECONDS });
    const keepsEdges = format === 'png' || hasAlpha;
    const drawn = keepsEdges ? image.png() : image.jpeg({ quality: QUALITY });
    return {
      bytes: await readable(drawn.toBuffer(), path),
      mediaType: keepsEdges ? 'image/png' : 'image/jpeg',
    };
  });

/** A small WebP of a picture that was drawn anew. */
export const previewOf = (bytes: Uint8Array): Promise<Buffer> =>
  unpacked.do(async () => {
    const open = await sharp();
    const size = { width: PREVIEW_PIXELS, height: PREVIEW_PIXELS, fit: 'inside' } as const;
    return open(bytes, { limitInputPixels: MOST_PIXELS })
      .resize({ ...size, withoutEnlargement: true })
      .webp({ quality: 75 })
      .toBuffer();
  });

/** A drawing of ours as a picture. */
export const pngOf = async (svg: string): Promise<Buffer> => {
  const open = await sharp();
  return open(Buffer.from(svg))
    .png({ palette: true, dither: 0, effort: 7, compressionLevel: 9 })
    .toBuffer();
};

/** Reads the head alone; nothing is unpacked before its size is known. */
async function measured(open: Open, bytes: Uint8Array, path: string) {
  const facts = await readable(open(bytes, { limitInputPixels: false }).metadata(), path);
  if (facts.width * facts.height > MOST_PIXELS) {
    throw refused(path, 'file/too-many-pixels', { limit: MOST_MEGAPIXELS });
  }
  return facts;
}

const readable = <T>(work: Promise<T>, path: string): Promise<T> =>
  work.catch(() => {
    throw refused(path, 'file/damaged');
  });
