import { get } from 'node:http';
import type { Request } from 'playwright-core';

/** Kilobytes at load of each kind of file, as Chromium calls it. */
export const budgets: Readonly<Record<string, readonly [words: string, kilobytes: number]>> = {
  script: ['JS', 5],
  stylesheet: ['CSS', 15],
  font: ['fonts', 50],
  document: ['HTML', 25],
};
/** Kilobytes of a first view: everything together but pictures, which are what a page is about. */
export const ALL = 110;

/** Addresses that change whenever their content does need to be weighed only once. */
const lasting = new Map<string, Promise<number>>();

/** Kilobytes of a body as it is sent to those who read gzip. */
const weighed = (url: string, cookie: string): Promise<number> =>
  new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip', cookie } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.byteLength));
      response.on('end', () => resolve(bytes / 1_024));
    }).on('error', reject);
  });

const kilobytes = (request: Request, cookie: string): Promise<number> => {
  const [url, kind] = [request.url(), request.resourceType()];
  if (kind === 'document') return weighed(url, cookie);
  const known = lasting.get(url) ?? weighed(url, cookie);
  lasting.set(url, known);
  return known;
};

/** What these requests weigh to somebody who was never here, by kind of file. */
export async function weightOf(asked: readonly Request[], session = '') {
  const cookie = session && `klimaspur=${session}`;
  // What only says that something changed has no end.
  const sent = asked.filter((request) => !/^(eventsource|image)$/.test(request.resourceType()));
  const files = [...new Map(sent.map((request) => [request.url(), request])).values()];
  const sizes = await Promise.all(files.map((request) => kilobytes(request, cookie)));
  const byKind: Record<string, number> = {};
  for (const [index, request] of files.entries()) {
    const kind = request.resourceType();
    byKind[kind] = (byKind[kind] ?? 0) + sizes[index]!;
  }
  return { byKind, all: sizes.reduce((sum, size) => sum + size, 0) };
}
