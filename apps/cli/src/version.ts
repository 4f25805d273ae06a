import { readFileSync } from 'node:fs';

/** Of this program: package.json lies above what is built. */
export const version = (): string => {
  const file = new URL('../../../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
};
