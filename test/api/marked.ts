import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { TestApp } from './app.js';

/** Files that hold a mark: as it was typed, folded for the search, in UTF-16, in base64. */
export const filesWith = (mark: string, folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const bytes = bytesOf(join(folder, name));
    const forms = [mark, mark.toLowerCase(), Buffer.from(mark, 'utf16le'), btoa(mark).slice(0, 12)];
    return forms.some((form) => bytes.includes(form));
  });

/** Of a folder that is in use a journal may be gone before it is looked at. */
function bytesOf(path: string): Buffer {
  try {
    return statSync(path).isFile() ? readFileSync(path) : Buffer.alloc(0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

/** Addresses that answer with the mark, though nobody asked with it; none may fail. `reader`: a token, or null. */
export const addressesTelling = async (
  mark: string,
  app: TestApp,
  paths: readonly string[],
  reader: string | null,
): Promise<string[]> => {
  const headers: Record<string, string> =
    reader === null ? {} : { authorization: `Bearer ${reader}` };
  const telling: string[] = [];
  for (let at = 0; at < paths.length; at += 16) {
    await Promise.all(
      paths.slice(at, at + 16).map(async (path) => {
        const answer = await fetch(app.url + path, { headers, redirect: 'manual' });
        expect([path, answer.status < 500 || answer.status === 503]).toEqual([path, true]);
        const told = (await answer.text()).replaceAll(path.split('?')[0]!, '');
        if (told.includes(mark)) telling.push(path);
      }),
    );
  }
  return telling;
};
