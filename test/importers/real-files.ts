import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ImportDocument, type ImportOptions, readImport } from '@klimaspur/importers';

const root = process.env['KLIMASPUR_TEST_DATA'] ?? '../shared/data';

export const today = '2026-09-01';

/** Where a real file would lie. */
export const realFile = (file: string): string => join(root, file);

/** Describes what holds for real files, or says that they are not here. */
export const describeWith = (file: string, name: string, tests: (bytes: Uint8Array) => void) => {
  const path = realFile(file);
  if (existsSync(path)) describe(name, () => tests(new Uint8Array(readFileSync(path))));
  else describe.skip(`${name} (skipped: no ${file}, set KLIMASPUR_TEST_DATA)`, () => it.todo(file));
};

export const importing = (
  bytes: Uint8Array,
  fileName: string,
  options: Partial<ImportOptions> = {},
): ImportDocument => readImport(bytes, { fileName, today, standOn: '2024-04-30', ...options });
