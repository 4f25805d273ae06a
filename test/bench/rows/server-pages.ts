import { type RunningServer, startBuiltServer } from '../../tools/running-server.js';
import { alone, type Bench } from '../bench.js';
import { largeFolder } from '../large-folder.js';
import { quantile } from '../measure.js';

const TOWNS = 50;

/** The address of a page about the nth town. */
type Address = (town: string, measure: string) => string;

const pages: Readonly<Record<string, Address>> = {
  towns: () => '/de/kommunen',
  dashboard: (town) => `/de/kommunen/${town}`,
  'trends and dates': (town) => `/de/kommunen/${town}/verlauf-und-termine`,
  'what changed': (town) => `/de/kommunen/${town}/aenderungen`,
  'report to the council': (town) => `/de/kommunen/${town}/sachstandsbericht`,
  'list of measures': (town) => `/de/kommunen/${town}/massnahmen`,
  measure: (town, measure) => `/de/kommunen/${town}/massnahmen/${measure}`,
  'history of a town': (town) => `/de/kommunen/${town}/verlauf`,
  history: (town, measure) => `/de/kommunen/${town}/massnahmen/${measure}/verlauf`,
};

export const bench: Bench = {
  name: 'server: pages, also of any past day',
  async run(setting) {
    const { folder, count } = await largeFolder(setting);
    const server = await startBuiltServer({ KLIMASPUR_DATA: folder });
    await treeBuilt(server);
    const asked = await townsOf(server);
    const all: number[] = [];
    const results = [];
    for (const [name, address] of Object.entries(pages)) {
      const took: number[] = [];
      for (let n = 0; n < (setting.quick ? 40 : 400); n++) {
        const { town, measure } = asked[n % asked.length]!;
        took.push(await timeOf(`${server.url}${address(town, measure)}${pastOf(n)}`));
      }
      // The first answers after a start are slower; they are those of one visitor.
      all.push(...took.slice(5));
      const p99 = quantile(took.slice(5), 0.99);
      results.push(alone(`page ${name}, ${count} measures, p99`, 'ms', p99, { less: 100 }));
    }
    await server.stop();
    const together = `these pages together, ${count} measures, 95 %`;
    return [...results, alone(together, 'ms', quantile(all, 0.95), { less: 20 })];
  },
};

/** The first build of the proof tree happens once in the life of a folder; it would take one of two processors meanwhile. */
export async function treeBuilt({ url }: RunningServer): Promise<void> {
  for (;;) {
    const { projections } = (await (await fetch(`${url}/health/ready`)).json()) as {
      projections: { proofs: { state: string } };
    };
    if (projections.proofs.state === 'live') return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function townsOf({ url }: RunningServer): Promise<{ town: string; measure: string }[]> {
  const items = async (path: string): Promise<{ id: string; slug: string }[]> => {
    const list = (await (await fetch(`${url}/api/v1/${path}`)).json()) as { items: never };
    return list.items;
  };
  const towns = await items(`municipalities?limit=${TOWNS}`);
  return Promise.all(
    towns.map(async ({ slug }) => {
      const [measure] = await items(`measures?municipality=${slug}&limit=1`);
      return { town: slug, measure: measure!.id };
    }),
  );
}

/** Half of them about a past day, a quarter also as known then. */
function pastOf(n: number): string {
  if (n % 2 === 0) return '';
  const day = new Date(Date.UTC(2022, 6 + (n % 24), 15)).toISOString().slice(0, 10);
  return n % 4 === 1 ? `?stand=${day}` : `?stand=${day}&kenntnisstand=${day}`;
}

async function timeOf(address: string): Promise<number> {
  const start = performance.now();
  const response = await fetch(address);
  await response.text();
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return performance.now() - start;
}
