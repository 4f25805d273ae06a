import { messages } from '@klimaspur/messages';
import { assetsFrom } from './assets.js';
import { Page, type PageProps } from './page.js';
import { render } from './render.js';

const manifest = {
  'src/client.ts': { file: 'client-1.js', css: ['client-2.css'] },
  'src/icon.svg': { file: 'icon-3.svg' },
  'x/fira-sans-latin-400-normal.woff2': { file: 'regular-4.woff2' },
  'x/fira-sans-latin-600-normal.woff2': { file: 'bold-5.woff2' },
};

const page = (more: Partial<PageProps> = {}): string =>
  render(
    <Page
      t={messages('en')}
      assets={assetsFrom(manifest)}
      title="Municipalities"
      description="All towns"
      baseUrl="https://klimaspur.example"
      paths={{ de: '/de/kommunen', en: '/en/municipalities' }}
      navigation={[]}
      footer={[]}
      {...more}
    >
      <h1>Municipalities</h1>
    </Page>,
  );

describe('the frame of a page', () => {
  it('names its language, itself and its twin', () => {
    const html = page();
    expect(html).toMatch(/^<!doctype html><html lang="en">/);
    expect(html).toContain('<title>Municipalities – Klimaspur</title>');
    expect(html).toContain('rel="canonical" href="https://klimaspur.example/en/municipalities"');
    expect(html).toContain('hreflang="de" href="https://klimaspur.example/de/kommunen"');
    expect(html).toContain('<a href="/de/kommunen" lang="de" hreflang="de"');
  });

  it('loads only the built files', () => {
    const loaded = [...page().matchAll(/(?:src|<link [^>]*?href)="([^"]+)"/g)].map(
      ([, url]) => url,
    );
    expect(loaded.filter((url) => url?.startsWith('/assets/'))).toEqual([
      '/assets/regular-4.woff2',
      '/assets/bold-5.woff2',
      '/assets/client-2.css',
      '/assets/icon-3.svg',
      '/assets/client-1.js',
    ]);
  });

  it('says in its title that a form came back', () => {
    expect(page({ refused: true })).toContain('<title>Error: Municipalities – Klimaspur</title>');
  });

  it('is marked while the example or the past is shown', () => {
    expect(page()).not.toContain('example-banner');
    expect(page({ example: {} })).toContain('This town is made up');
    expect(page({ moment: { asOf: '2024-05-01', past: true }, todayHref: '?' })).toContain(
      'state on 1 May 2024',
    );
  });

  it('cannot be built from an incomplete build', () => {
    expect(() => assetsFrom({})).toThrow('The web build lacks src/client.ts');
  });
});
