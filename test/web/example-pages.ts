import type { Day } from '@klimaspur/domain';
import type { View } from '@klimaspur/read-models';
import { TestApp, type Answered } from '../api/app.js';

/** Address of the town of the example. */
export const slug = 'musterstadt-am-main';

/** The example over real HTTP for all tests of a file, and how strangers see it today. */
export const examplePages = () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ KLIMASPUR_EXAMPLE: 'yes' });
    await app.settle();
  });
  afterAll(() => app.stop());

  // Asked when it is needed: a day may end while the tests run.
  const today = (): Day => new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' });
  const get = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answered> =>
    app.ask({ path, token: null, headers: { accept: 'text/html', ...headers } });
  return {
    today,
    get,
    app: () => app,
    models: () => app.worlds.current().readModels,
    view: (asOf: Day = today()): View => ({ asOf, viewer: 'public' }),
    page: async (path: string): Promise<string> => (await get(path)).text,
  };
};

/** What a page says, without its tags. */
export const plain = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ');
