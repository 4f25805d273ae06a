import { existsSync, readFileSync } from 'node:fs';

/** Of this program: as package.json has it, which lies above the sources and, one step more, above what is built. */
export function appVersion(): string {
  const places = ['../../../../package.json', '../../../../../package.json'];
  const file = places
    .map((place) => new URL(place, import.meta.url))
    .find((url) => existsSync(url));
  if (file === undefined) return 'unknown';
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
