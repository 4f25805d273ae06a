import { get } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Vault } from '@klimaspur/vault';
import { TestApp } from './app.js';

const list = '/de/kommunen/musterstadt/massnahmen';
const dashboard = '/de/kommunen/musterstadt';

let app: TestApp;
let town: string;
/** How often the read models were asked for a list. */
let worked = 0;

const stranger = async (path: string, headers: Readonly<Record<string, string>> = {}) => {
  const { status, text, headers: head } = await app.ask({ path, token: null, headers });
  const {
    date: _,
    'content-length': _of,
    'transfer-encoding': _by,
    ...said
  } = Object.fromEntries(head);
  return { status, text, said };
};
const worksFor = async (ask: () => Promise<unknown>): Promise<number> => {
  const before = worked;
  await ask();
  return worked - before;
};

beforeEach(async () => {
  app = await TestApp.start();
  town = await app.given('municipalities', { text: { name: 'Musterstadt' } });
  const title = 'Sonnendach auf dem Rathaus, und was alles dazu gehört';
  const measure = await app.given('measures', { municipality: town, text: { title } });
  await app.publish(town);
  await app.post(`measures/${measure}/publish-measure`, {});
  await app.settle();
  const { readModels } = app.worlds.own;
  const measures = readModels.measures.bind(readModels);
  readModels.measures = (...asked) => {
    worked++;
    return measures(...asked);
  };
});
afterEach(() => app.stop());

describe('an answer to a stranger', () => {
  it.each([list, '/api/v1/measures'])('%s is worked out once', async (path) => {
    const first = await stranger(path);
    expect(first.status).toBe(200);
    expect(await worksFor(async () => expect(await stranger(path)).toEqual(first))).toBe(0);
    expect(await worksFor(() => stranger(`${path}?q=nichts`))).toBeGreaterThan(0);
  });

  it('is another one under another address, which stands in it', async () => {
    const under = (host: string) =>
      new Promise<[string, string]>((resolve, reject) => {
        get(app.url + dashboard, { headers: { host } }, (answer) => {
          let page = '';
          answer.on('data', (part: Buffer) => (page += part.toString()));
          answer.on('end', () => resolve([String(answer.headers.etag), page]));
        }).on('error', reject);
      });
    const [[first, one], [second, other]] = [
      await under('alt.example'),
      await under('neu.example'),
    ];
    expect([one, other]).toEqual([
      expect.stringContaining('http://alt.example/de'),
      expect.stringContaining('http://neu.example/de'),
    ]);
    expect(second).not.toBe(first);
  });

  it('is another one as soon as something was recorded', async () => {
    await stranger(list);
    const text = { title: 'Bäume pflanzen' };
    const trees = await app.given('measures', { municipality: town, text });
    await app.post(`measures/${trees}/publish-measure`, {});
    await app.settle();
    expect((await stranger(list)).text).toContain('Bäume pflanzen');
  });

  it('is another one as soon as the town is hidden', async () => {
    await stranger(list);
    const hidden = await app.post(`municipalities/${town}/unpublish-municipality`, {
      text: { reason: 'Pause' },
    });
    expect(hidden).toMatchObject({ status: 200 });
    await app.settle();
    expect((await stranger(list)).status).toBe(404);
  });

  it('is another one as soon as a name beside the log is another', async () => {
    await stranger(dashboard);
    const before = (await stranger(dashboard)).said['etag'];
    const vault = app.app.get(Vault);
    await vault.keepPage({ key: 'imprint', lang: 'de', text: 'Anderer Verein', changedAt: 1 });
    expect((await stranger(dashboard)).said['etag']).not.toBe(before);
  });

  it('is not the answer to somebody who is known, nor the other way round', async () => {
    const secret = { municipality: town, text: { title: 'Noch geheim' } };
    await app.given('measures', secret);
    await app.settle();
    const known = () => app.ask({ path: '/api/v1/measures' });
    expect((await known()).text).toContain('Noch geheim');
    expect((await stranger('/api/v1/measures')).text).not.toContain('Noch geheim');
    expect((await known()).text).toContain('Noch geheim');
  });

  it('comes in the language and the form that was asked for', async () => {
    const { text } = await stranger(list);
    const forms = {
      br: brotliDecompressSync,
      gzip: gunzipSync,
      identity: (bytes: Buffer) => bytes,
    };
    for (const [form, unpack] of Object.entries(forms)) {
      for (let time = 0; time < 2; time++) {
        const { bytes, encoding } = await packed(list, form);
        expect(encoding).toBe(form === 'identity' ? undefined : form);
        expect(unpack(bytes).toString()).toBe(text);
      }
    }
    expect((await stranger('/en/municipalities/musterstadt/measures')).text).toContain('Measures');
  });

  it('is not sent where they have it already', async () => {
    const { said } = await stranger(list);
    const again = await stranger(list, { 'if-none-match': said['etag']! });
    expect([again.status, again.text, again.said['etag']]).toEqual([304, '', said['etag']]);
  });
});

/** As it comes over the wire; `fetch` would unpack it. */
const packed = (path: string, form: string) =>
  new Promise<{ bytes: Buffer; encoding: string | undefined }>((resolve, reject) => {
    get(app.url + path, { headers: { 'accept-encoding': form } }, async (answer) => {
      const bytes = Buffer.concat(await answer.toArray());
      resolve({ bytes, encoding: answer.headers['content-encoding'] });
    }).on('error', reject);
  });
