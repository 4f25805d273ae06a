import type { MediaType } from '@klimaspur/domain';

/** What a file is by its first bytes, as far as it is something we take. */
export type Sniffed = MediaType | 'image/webp';

/** First bytes in hex: `%PDF-1.`, the marks of JPEG and PNG, `RIFF….WEBP`. */
const signatures: readonly (readonly [Sniffed, RegExp])[] = [
  ['application/pdf', /^255044462d3[12]2e/],
  ['image/jpeg', /^ffd8ff/],
  ['image/png', /^89504e470d0a1a0a/],
  ['image/webp', /^52494646.{8}57454250/],
];
const HEAD = 16;

/** Neither name nor header count: both are said by whoever sends. Undefined: nothing that we take. */
export const sniff = (bytes: Uint8Array): Sniffed | undefined => {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('hex');
  return signatures.find(([, signature]) => signature.test(head))?.[0];
};

const END = 1_024;

/** As readers of PDF do: its end mark lies in the last 1024 bytes. One that was cut off, or goes on, has none. */
export const endsAsPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(-END)).toString('latin1').includes('%%EOF');
