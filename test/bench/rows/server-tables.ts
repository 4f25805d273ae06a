import { startBuiltServer } from '../../tools/running-server.js';
import { alone, type Bench } from '../bench.js';
import { quantile } from '../measure.js';
import { type SampledTable, writeTables } from '../table-samples.js';

const TABLES = 12;
const FEW_TABLES = 5;

/** The address of a page; `n`: of what it is asked about. */
type Address = (table: SampledTable, n: number) => string;

const town = '/de/kommunen/tischstadt';
const pages: Readonly<Record<string, Address>> = {
  'list of round tables': () => `${town}/runder-tisch`,
  'round table': ({ id }) => `${town}/runder-tisch/${id}`,
  meeting: ({ id, days }, n) => `${town}/runder-tisch/${id}/${days[n % days.length]}`,
  'history of a round table': ({ id }) => `${town}/runder-tisch/${id}/verlauf`,
  'what became of it': () => `${town}/runder-tisch/was-daraus-wurde`,
  alliance: () => `${town}/buendnis`,
};

export const bench: Bench = {
  name: 'server: round tables, of any past day',
  async run({ folder, quick }) {
    const tables = await writeTables(folder, quick ? FEW_TABLES : TABLES);
    const server = await startBuiltServer({ KLIMASPUR_DATA: folder });
    await ready(server.url);
    const of = `${tables.length} tables with ${tables[0]!.entries} entries each`;
    const results = [];
    for (const [name, address] of Object.entries(pages)) {
      const took: number[] = [];
      for (let n = 0; n < (quick ? 40 : 250); n++) {
        const table = tables[n % tables.length]!;
        took.push(await timeOf(`${server.url}${address(table, n)}?stand=${dayBefore(n)}`));
      }
      // The first answers after a start are slower; they are those of one visitor.
      const p99 = quantile(took.slice(5), 0.99);
      results.push(alone(`page ${name}, ${of}, p99`, 'ms', p99, { less: 100 }));
    }
    await server.stop();
    return results;
  },
};

/** Another day each time, so that no answer is one that was kept. */
const dayBefore = (n: number): string =>
  new Date(Date.UTC(2026, 9, 1) - n * 86_400_000).toISOString().slice(0, 10);

/** The read models are built in the background. */
const ready = async (url: string): Promise<void> => {
  while (!(await fetch(`${url}${town}/runder-tisch`)).ok) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

const timeOf = async (address: string): Promise<number> => {
  const start = performance.now();
  const response = await fetch(address);
  await response.text();
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return performance.now() - start;
};
