import type { MediaType } from '@klimaspur/domain';
import { redraw } from './pictures.js';
import { refused } from './refuse.js';
import { endsAsPdf, sniff } from './sniff.js';

/** What is kept of a file that was sent. */
export interface CleanFile {
  readonly bytes: Uint8Array;
  readonly mediaType: MediaType;
}

/**
 * Looks at what a file really is, and takes out of pictures what they should not tell. A PDF stays as it is, to the
 * byte: it may be signed, and must be the paper that the town published. `path`: the field it came in.
 */
export async function clean(bytes: Uint8Array, path: string): Promise<CleanFile> {
  if (bytes.length === 0) throw refused(path, 'file/empty');
  const mediaType = sniff(bytes);
  if (mediaType === undefined) throw refused(path, 'file/unknown-type');
  if (mediaType !== 'application/pdf') return redraw(bytes, path);
  if (!endsAsPdf(bytes)) throw refused(path, 'file/damaged');
  return { bytes, mediaType };
}
