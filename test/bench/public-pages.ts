import { startBuiltServer } from '../tools/running-server.js';

export type PublicPages = Readonly<Record<'dashboard' | 'list' | 'measure' | 'history', string>>;

/** The addresses of the pages most people see, on a server that shows the example town while `work` lasts. */
export async function withPublicPages<T>(work: (pages: PublicPages) => Promise<T>): Promise<T> {
  const server = await startBuiltServer({ KLIMASPUR_EXAMPLE: 'yes' });
  try {
    const response = await fetch(`${server.url}/api/v1/measures?q=solarstrom`);
    const { items } = (await response.json()) as {
      items: { id: string; municipality: { slug: string } }[];
    };
    const { id, municipality } = items[0]!;
    const dashboard = `${server.url}/de/kommunen/${municipality.slug}`;
    const list = `${dashboard}/massnahmen`;
    const measure = `${list}/${id}`;
    return await work({ dashboard, list, measure, history: `${measure}/verlauf` });
  } finally {
    await server.stop();
  }
}
