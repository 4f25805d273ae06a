/** The library is large, and most servers make a picture once in a while. It works beside this thread by itself. */
export const toPng = async (svg: string): Promise<Uint8Array> => {
  const { default: sharp } = await import('sharp');
  // One picture at a time, each another: threads and kept parts would only cost memory (100 MB after thirty).
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp(Buffer.from(svg)).png({ compressionLevel: 9 }).toBuffer();
};
