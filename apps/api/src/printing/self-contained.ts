import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Files of the build, by the name that their address ends with. */
type Read = (name: string) => Buffer;

const types: Readonly<Record<string, string>> = { woff2: 'font/woff2', svg: 'image/svg+xml' };

const dataAddress = (name: string, read: Read): string => {
  const type = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return `data:${type};base64,${read(name).toString('base64')}`;
};

const withoutQuery = (address: string): string => basename(address.split(/[?#]/, 1)[0] ?? '');

/** Nothing runs, and nothing is loaded but what is in the page. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

/**
 * The same page with everything it needs in it, so that whoever prints it asks nobody for anything: styles and fonts
 * are put in, scripts and hints of what to load are left out.
 */
export const selfContained = (html: string, folder: string): string => {
  const read: Read = (name) => readFileSync(join(folder, name));
  return html
    .replace('<head>', `<head><meta http-equiv="content-security-policy" content="${POLICY}"/>`)
    .replaceAll(/<script\b[^>]*>.*?<\/script>/gs, '')
    .replaceAll(/<link rel="(?:preload|icon|canonical|alternate)"[^>]*>/g, '')
    .replaceAll(/<link rel="stylesheet" href="([^"]+)"\s*\/?>/g, (_, href: string) => {
      const css = read(withoutQuery(href))
        .toString('utf8')
        .replaceAll(
          /url\((['"]?)(?!data:)([^)'"]+)\1\)/g,
          (_whole, _quote, address: string) => `url(${dataAddress(withoutQuery(address), read)})`,
        );
      return `<style>${css}</style>`;
    });
};
