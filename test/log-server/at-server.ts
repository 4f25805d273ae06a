import { EsdbDouble } from '../esdb-double/esdb-double.js';
import { DoubleNodes } from './double-nodes.js';
import { type LedServer, ServerNodes } from './server-nodes.js';

const url = process.env['KLIMASPUR_TEST_ESDB'];
const command = process.env['KLIMASPUR_TEST_ESDB_START'];

/** Which server it is, for the report. */
async function serverAt(address: string): Promise<string> {
  const [, host] = /^esdb(?:\+discover)?:\/\/(?:[^@]+@)?([^,/?]+)/.exec(address) ?? [];
  const scheme = /tls=false/i.test(address) ? 'http' : 'https';
  const answer = await fetch(`${scheme}://${host}/info`);
  const { esVersion, dbVersion } = (await answer.json()) as Record<string, string>;
  return `EventStoreDB ${dbVersion ?? esVersion} at ${host}`;
}

/** Describes what holds at a real server that runs already, and names it; without one, what holds at the double. */
export async function describeAtServer(name: string, tests: (url: string) => void): Promise<void> {
  if (url && !command) describe(`${name}: ${await serverAt(url)}`, () => tests(url));
  else {
    const double = await EsdbDouble.start();
    describe(`${name}: a double of it`, () => {
      tests(double.url);
      afterAll(() => double.stop());
    });
  }
}

/** The same for a server that the tests start and let fail. */
export function describeWithNodes(name: string, tests: (server: LedServer) => void): void {
  if (url && command) describe(name, () => tests(new ServerNodes(url, command)));
  else describe(`${name}: a double of it`, () => tests(new DoubleNodes()));
}

/** What only a real server can show. */
export function describeWithServer(name: string, tests: (server: ServerNodes) => void): void {
  if (url && command) describe(name, () => tests(new ServerNodes(url, command)));
  else {
    const missing = 'set KLIMASPUR_TEST_ESDB and KLIMASPUR_TEST_ESDB_START';
    describe.skip(`${name} (skipped: ${missing})`, () => it.todo(name));
  }
}
