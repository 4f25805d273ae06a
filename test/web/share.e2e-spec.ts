import sharp from 'sharp';
import { TestApp, type Answered } from '../api/app.js';

let app: TestApp;
let town: string;
let organ: string;
const ids: Record<'adopted' | 'done' | 'odd' | 'draft' | 'decision', string> = {
  ...{ adopted: '', done: '', odd: '', draft: '', decision: '' },
};
const base = '/de/kommunen/teststadt';
const odd = '<b>Öko & „Łódź“</b> 🌱 مرحبا';

const get = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answered> =>
  app.ask({ path, token: null, headers: { accept: 'text/html', ...headers } });
const measureOf = (id: string) => `${base}/massnahmen/${id}`;
const metaOf = (html: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...html.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g)].map(
      ([, name = '', content = '']) => [name, plain(content)],
    ),
  );
const plain = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
const textIn = (html: string, name: string) =>
  plain(new RegExp(`name="${name}"[^>]*>([^<]*)</textarea>`).exec(html)?.[1] ?? '');
const pictureOf = async (path: string) => metaOf((await get(path)).text)['og:image'] ?? '';
const fetched = async (url: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(url, { headers });
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
};

beforeAll(async () => {
  app = await TestApp.start();
  town = await app.given('municipalities', { text: { name: 'Teststadt' } });
  organ = await app.given('organs', {
    ...{ municipality: town, kind: 'COUNCIL', decidesFinally: true },
    text: { name: 'Stadtverordnetenversammlung' },
  });
  const measure = (title: string) => app.given('measures', { municipality: town, text: { title } });
  ids.adopted = await measure('Bäume pflanzen');
  ids.done = await measure('Radweg bauen');
  ids.odd = await measure(odd);
  ids.draft = await measure('Noch ein Entwurf');
  ids.decision = await app.given('decisions', {
    occurredOn: '2024-05-16',
    ...{ municipality: town, organ, outcome: 'ADOPTED', final: true, votes: { yes: 20, no: 3 } },
    effects: [ids.adopted, ids.draft].map((id) => ({
      measure: id,
      effect: 'ADOPTS',
      scope: 'FULL',
    })),
    text: { title: 'Klimaplan' },
  });
  for (const effect of ['REJECTS', 'ADOPTS']) {
    await app.post(`measures/${ids.done}/decide`, {
      ...{ occurredOn: '2024-02-01', organ, final: true },
      ...{ effect, scope: 'FULL', outcome: effect === 'ADOPTS' ? 'ADOPTED' : 'REJECTED' },
    });
  }
  await app.post(`measures/${ids.done}/complete-implementation`, { occurredOn: '2025-03' });
  for (const id of [ids.adopted, ids.done, ids.odd]) {
    await app.post(`measures/${id}/publish-measure`, {});
  }
  await app.publish(town);
  await app.settle();
});
afterAll(() => app.stop());

describe('what other sites show of a page', () => {
  it('is its title, its sentence, and a picture with words for those who do not see it', async () => {
    const cases: [string, string, RegExp, RegExp][] = [
      [
        base,
        'Klimaschutz in Teststadt',
        /1 von 3 Maßnahmen sind abgeschlossen/,
        /^Umsetzungsstand von 3 Maßnahmen am/,
      ],
      [
        measureOf(ids.adopted),
        'Bäume pflanzen',
        /16\. Mai 2024, Stadtverordnetenversammlung: beschl/,
        /^Teststadt, Maßnahme: beschlossen, nicht begonnen\. 16\. Mai 2024, Stadtverordneten.*: beschlossen\. Stand \d/,
      ],
      [
        measureOf(ids.done),
        'Radweg bauen',
        /Abgeschlossen\. März 2025\. Quelle/,
        /^Teststadt, Maßnahme: abgeschlossen\. März 2025\. Stand \d/,
      ],
      [
        `${base}/beschluesse/${ids.decision}`,
        'Klimaplan',
        /: 20 Ja, 3 Nein\. Betrifft 1 Maßnahme\./,
        /^Teststadt, Beschluss: beschlossen\. 16\. Mai 2024, .*: 20 Ja, 3 Nein\. Betrifft 1 Maßnahme\. Stand/,
      ],
    ];
    for (const [path, title, alt, description] of cases) {
      const meta = metaOf((await get(path)).text);
      expect(meta).toMatchObject({ 'og:title': title, 'twitter:card': 'summary_large_image' });
      expect(meta['og:url']).toBe(app.url + path);
      expect(meta['og:description']).toMatch(description);
      expect(meta['description']).toBe(meta['og:description']);
      expect(meta['og:image:alt']).toMatch(alt);
      expect(meta['og:image:alt']).toMatch(/Quelle: Klimagruppe\. Stand .* Kein amtliches Angebot/);
      const { answer, bytes } = await fetched(meta['og:image'] ?? '');
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
      expect(await sharp(bytes).metadata()).toMatchObject({ width: 1200, height: 630 });
    }
  });

  it('is without a picture on lists, and nothing where it is no page for others', async () => {
    const list = metaOf((await get(`${base}/massnahmen`)).text);
    expect(list).toMatchObject({ 'twitter:card': 'summary' });
    expect(list['og:title']).toContain('Teststadt');
    const { text } = await app.ask({
      path: measureOf(ids.draft),
      headers: { accept: 'text/html' },
    });
    expect(text).not.toContain('og:');
    expect(text).not.toContain('/teilen');
  });
});

describe('a page to share from', () => {
  it('shows both pictures, their description, and a short text with source, day and link', async () => {
    const { status, text } = await get(`${measureOf(ids.adopted)}/teilen`);
    expect(status).toBe(200);
    const short = textIn(text, 'text');
    expect(short).toMatch(/^„Bäume pflanzen“ \(Teststadt\): beschlossen, nicht begonnen/);
    expect(short).toContain('Quelle: Klimagruppe, Stand ');
    expect(short.endsWith(` ${app.url}${measureOf(ids.adopted)}`)).toBe(true);
    expect(short.length).toBeLessThanOrEqual(280);
    const pictures = [
      ...text.matchAll(/<img src="([^"]+)" alt="([^"]+)" width="(\d+)" height="(\d+)"/g),
    ];
    expect(pictures).toHaveLength(2);
    for (const [, src = '', alt = '', width, height] of pictures) {
      expect(plain(alt)).toBe(textIn(text, 'alt'));
      const size = await sharp((await fetched(app.url + src)).bytes).metadata();
      expect([size.width, size.height].map(String)).toEqual([width, height]);
    }
  });

  it('is there in English, for decisions and for the town, and leads back', async () => {
    for (const path of [
      '/en/municipalities/teststadt/share',
      `/en/municipalities/teststadt/decisions/${ids.decision}/share`,
      `/en/municipalities/teststadt/measures/${ids.done}/share`,
    ]) {
      const { status, text } = await get(path);
      expect([path, status]).toEqual([path, 200]);
      expect(textIn(text, 'text')).toMatch(/Source: Klimagruppe. State on .*https?:/);
      expect(text).toContain(`href="${path.slice(0, -'/share'.length)}"`);
    }
  });

  it('takes what was typed as text', async () => {
    const { text } = await get(`${measureOf(ids.odd)}/teilen`);
    expect(text).not.toContain('<b>Öko');
    expect(textIn(text, 'alt')).toContain(odd);
    expect((await fetched(await pictureOf(measureOf(ids.odd)))).answer.status).toBe(200);
  });

  it('does not exist for drafts, nor do their pictures, whoever asks', async () => {
    const name = (await pictureOf(measureOf(ids.adopted))).split('/').at(-1);
    for (const path of [`${measureOf(ids.draft)}/teilen`, `${measureOf(ids.draft)}/bild/${name}`]) {
      expect((await get(path)).status).toBe(404);
      expect((await app.ask({ path })).status).toBe(404);
    }
  });

  it('is offered after good news were saved', async () => {
    const { json } = await app.ask({ path: `/api/v1/measures/${ids.done}/history` });
    const entries = json['items'] as { type: string; id: string; data: { effect?: string } }[];
    const offered = await Promise.all(
      entries.map(async ({ type, id, data }) => {
        const path = `${measureOf(ids.done)}/eingetragen?eintrag=${id}`;
        const { status, text } = await app.ask({ path, headers: { accept: 'text/html' } });
        expect(status).toBe(200);
        return text.includes(`href="${measureOf(ids.done)}/teilen"`) ? [data.effect ?? type] : [];
      }),
    );
    expect(offered.flat().toSorted()).toEqual(['ADOPTS', 'MeasureImplementationCompleted']);
  });
});

describe('a picture', () => {
  it('is kept by those who have it, and asked for again with its tag', async () => {
    const url = await pictureOf(base);
    const { answer } = await fetched(url);
    expect(answer.headers.get('cache-control')).toMatch(/^public, max-age=\d{6,}$/);
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    const tag = answer.headers.get('etag') ?? '';
    expect((await fetched(url, { 'if-none-match': tag })).answer.status).toBe(304);
  });

  it('stays as it is, whatever is recorded later; the page has a new one then', async () => {
    const before = await pictureOf(measureOf(ids.odd));
    const { bytes } = await fetched(before);
    await app.post(`measures/${ids.odd}/start-implementation`, { occurredOn: '2026-01' });
    await app.settle();
    const after = await pictureOf(measureOf(ids.odd));
    expect(after).not.toBe(before);
    expect((await fetched(before)).bytes.equals(bytes)).toBe(true);
    expect((await fetched(after)).bytes.equals(bytes)).toBe(false);
  });

  it('of a day in the past says how it stood then', async () => {
    const path = `${measureOf(ids.done)}/teilen?stand=2025-02-28`;
    const { text } = await get(path);
    expect(text).toMatch(/\/bild\/2025-02-28-\d+\.png/);
    expect(textIn(text, 'alt')).toContain('Radweg bauen. Beschlossen, nicht begonnen. ');
    expect(textIn(text, 'text')).toContain('Stand 28. Februar 2025');
    expect(textIn(text, 'text')).toContain(`${measureOf(ids.done)}?stand=2025-02-28`);
  });

  it('exists at no other address', async () => {
    for (const name of [
      'x.png',
      '2026-13-01-1.png',
      '2026-01-01-1-portrait.png',
      '2026-01-01.png',
    ]) {
      expect((await get(`${measureOf(ids.done)}/bild/${name}`)).status).toBeGreaterThanOrEqual(400);
      expect((await get(`${measureOf(ids.done)}/bild/${name}`)).status).toBeLessThan(500);
    }
    expect((await get(`${measureOf(ids.done)}/bild/2099-01-01-1.png`)).status).toBe(400);
  });
});
