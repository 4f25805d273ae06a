import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { type Assets, assetsFrom, assetsPath } from '../../apps/api/src/web/layout/assets.js';

const built = join(import.meta.dirname, '../../dist/web');
const types: Record<string, string> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The built files of the browser part; `npm test` builds before it tests. */
export const builtAssets = (): Assets =>
  assetsFrom(JSON.parse(readFileSync(join(built, 'manifest.json'), 'utf8')));

export const readBuilt = (address: string): Buffer =>
  readFileSync(join(built, address.replace(assetsPath, '')));

export interface Site {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves pages and built files under the policy of the real server: nothing inline, nothing from elsewhere. */
export function serve(pages: Readonly<Record<string, string>>): Promise<Site> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const page = pages[path];
    response.setHeader('Content-Security-Policy', "default-src 'self'");
    if (path === '/changes') {
      response.setHeader('Content-Type', 'text/event-stream').end('event: changed\ndata:\n\n');
    } else if (page !== undefined) {
      response.setHeader('Content-Type', 'text/html; charset=utf-8').end(page);
    } else if (
      path.startsWith(assetsPath) &&
      existsSync(join(built, path.slice(assetsPath.length)))
    ) {
      response.setHeader('Content-Type', types[extname(path)] ?? 'text/plain').end(readBuilt(path));
    } else {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve({
        address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        close: () => new Promise((done) => server.close(() => done())),
      });
    });
  });
}
