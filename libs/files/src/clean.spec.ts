import sharp from 'sharp';
import { clean } from './clean.js';

const PLACE = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '49/1 0/1 24/1' } };
const red = { r: 200, g: 10, b: 10 };
const picture = (width = 40, height = 20) =>
  sharp({ create: { width, height, channels: 3, background: red } });

const codeOf = async (bytes: Uint8Array | string): Promise<string> =>
  clean(Buffer.from(bytes), 'file').then(
    ({ mediaType }) => `taken as ${mediaType}`,
    ({ code }: { code: string }) => code,
  );

/** The head of a PNG that says it is this large; what would follow is not there. */
const hugePng = async (side: number): Promise<Buffer> => {
  const png = await picture(1, 1).png().toBuffer();
  png.writeUInt32BE(side, 16);
  png.writeUInt32BE(side, 20);
  const { crc32 } = await import('node:zlib');
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
};

describe('a picture', () => {
  it('no longer tells where and with what it was taken', async () => {
    const given = await picture()
      .withExif({ ...PLACE, IFD0: { Make: 'Kamerawerk', Artist: 'Hannelore Beispiel' } })
      .jpeg()
      .toBuffer();
    const before = await sharp(given).metadata();
    expect(before.exif?.includes('Hannelore Beispiel')).toBe(true);
    const { bytes, mediaType } = await clean(given, 'file');
    expect(mediaType).toBe('image/jpeg');
    const { exif, iptc, xmp, icc, comments } = await sharp(bytes).metadata();
    expect([exif, iptc, xmp, icc, comments]).toEqual(Array(5).fill(undefined));
    expect(Buffer.from(bytes).includes('Hannelore')).toBe(false);
    expect(Buffer.from(bytes).includes('Exif')).toBe(false);
  });

  it('stands upright as its camera meant it', async () => {
    const turned = await picture(40, 20).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { width, height, orientation } = await sharp(
      (await clean(turned, 'file')).bytes,
    ).metadata();
    expect([width, height, orientation]).toEqual([20, 40, undefined]);
  });

  it('loses what is hidden behind it, and comments', async () => {
    const jpeg = Buffer.concat([
      await picture().jpeg().toBuffer(),
      Buffer.from('PK\x03\x04<script>'),
    ]);
    expect(Buffer.from((await clean(jpeg, 'file')).bytes).includes('script')).toBe(false);
    const png = await picture()
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Hannelore</x:xmpmeta>')
      .png()
      .toBuffer();
    expect((await sharp(png).metadata()).xmp).toBeDefined();
    expect((await sharp((await clean(png, 'file')).bytes).metadata()).xmp).toBeUndefined();
  });

  it('of the same bytes becomes the same bytes', async () => {
    const jpeg = await picture().jpeg().toBuffer();
    expect((await clean(jpeg, 'file')).bytes).toEqual(
      (await clean(Buffer.from(jpeg), 'file')).bytes,
    );
  });

  it('in WebP becomes one that every browser and printer knows', async () => {
    expect(await codeOf(await picture().webp().toBuffer())).toBe('taken as image/jpeg');
    const glass = { ...red, alpha: 0.5 };
    const clear = sharp({ create: { width: 9, height: 9, channels: 4, background: glass } });
    expect(await codeOf(await clear.webp().toBuffer())).toBe('taken as image/png');
  });

  it('that would fill the memory is refused by its head alone', async () => {
    expect(await codeOf(await hugePng(60_000))).toBe('file/too-many-pixels');
  });

  it('that was cut off is refused', async () => {
    const jpeg = await picture(400, 400).jpeg().toBuffer();
    expect(await codeOf(jpeg.subarray(0, jpeg.length / 2))).toBe('file/damaged');
    expect(await codeOf(Buffer.from('ffd8ffe000104a46', 'hex'))).toBe('file/damaged');
  });
});

describe('a PDF', () => {
  const pdf = '%PDF-1.7\n1 0 obj <</Author(Amt)>> endobj\ntrailer\n%%EOF\n';

  it('stays as it is, to the byte', async () => {
    const { bytes, mediaType } = await clean(Buffer.from(pdf), 'file');
    expect(mediaType).toBe('application/pdf');
    expect(Buffer.from(bytes).toString()).toBe(pdf);
  });

  it.each([
    ['cut off', pdf.slice(0, 30)],
    ['with something else behind it', pdf + 'PK'.repeat(2_000)],
  ])('%s is refused', async (_what, text) => expect(await codeOf(text)).toBe('file/damaged'));
});

describe('a file', () => {
  it.each([
    ['with nothing in it', '', 'file/empty'],
    ['of SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', 'file/unknown-type'],
    ['of HTML', '<!doctype html><script>alert(1)</script>', 'file/unknown-type'],
    ['of HTML with a PDF in it', '<script></script>%PDF-1.7\n%%EOF', 'file/unknown-type'],
    ['that is a zip', 'PK\x03\x04 and so on', 'file/unknown-type'],
    ['that is a program', 'MZ\x90\x00', 'file/unknown-type'],
    ['of GIF', 'GIF89a', 'file/unknown-type'],
    ['in HEIC', '\x00\x00\x00\x18ftypheic', 'file/unknown-type'],
    ['of RIFF that is no picture', 'RIFF\x00\x00\x00\x00WAVEfmt ', 'file/unknown-type'],
  ])('%s is refused', async (_what, bytes, code) =>
    expect(await codeOf(Buffer.from(bytes, 'latin1'))).toBe(code),
  );
});
