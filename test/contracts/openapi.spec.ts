import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { collections, doors } from '../../apps/api/src/commands/doors.js';
import { openApiDocument } from '../../apps/api/src/openapi/open-api-document.js';
import { TestApp } from '../api/app.js';

const file = 'apps/api/openapi.json';

interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: object }>> }>
  >;
  readonly requestBody?: { readonly content: Record<string, { schema: { $ref: string } }> };
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Record<string, unknown>>> };
}

let klimaspur: TestApp;
let document: Document;
beforeAll(async () => {
  klimaspur = await TestApp.start();
  document = openApiDocument(klimaspur.app) as unknown as Document;
});
afterAll(() => klimaspur.stop());

describe('the description of the API', () => {
  it('is committed as the code says it (`npm run docs` writes it anew)', async () => {
    const expected = await format(JSON.stringify(document), {
      parser: 'json',
      printWidth: 100,
    });
    if (process.env['UPDATE_DOCS']) writeFileSync(file, expected);
    expect(readFileSync(file, 'utf8')).toBe(expected);
  });

  it('is OpenAPI 3.1 and served as it is committed', async () => {
    expect(document.openapi).toBe('3.1.0');
    const served = await klimaspur.ask({ path: '/api/openapi.json', token: null });
    expect(served.json).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  });

  it('names every command, each with a body of its own', () => {
    for (const { category, definition, name } of doors) {
      const base = `/api/v1/${collections[category]}`;
      const address = definition.mode === 'creating' ? base : `${base}/{id}/${definition.command}`;
      const operation = document.paths[address]?.['post'];
      expect([address, operation?.operationId]).toEqual([address, name]);
      const { schema } = operation!.requestBody!.content['application/json']!;
      expect(schema.$ref).toBe(`#/components/schemas/${definition.type}Body`);
    }
  });

  it('says of every operation what it is for and what it answers', () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, { summary, responses }] of Object.entries(methods)) {
        const [status, good] = Object.entries(responses).find(([code]) => code.startsWith('2'))!;
        const schemas = Object.values(good.content ?? {}).map(({ schema }) => schema);
        const answers = status === '204' || (schemas.length > 0 && schemas.every(Boolean));
        expect([method, path, Boolean(summary), answers]).toEqual([method, path, true, true]);
      }
    }
  });

  it('refers to nothing that is not there, and gives no operation the same name', () => {
    const references = JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g);
    const missing = [...references].filter(([, name]) => !document.components.schemas[name!]);
    expect(missing).toEqual([]);
    const ids = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('its page', () => {
  it('takes every byte from here', async () => {
    const page = await klimaspur.ask({ path: '/api/docs', token: null });
    const addresses = [...page.text.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(
      ([, address]) => address!,
    );
    expect(addresses.length).toBeGreaterThan(2);
    for (const address of addresses) {
      expect(address).toMatch(/^\/api\/docs\//);
      expect((await klimaspur.ask({ path: address, token: null })).status).toBe(200);
    }
  });

  it('as every page lets nothing in from elsewhere', async () => {
    for (const path of ['/api/docs', '/de/anmelden', '/api/v1/nothing', '/health/live']) {
      const { headers } = await klimaspur.ask({ path, token: null });
      expect(headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
    }
  });
});
