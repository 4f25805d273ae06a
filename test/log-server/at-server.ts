import { ServerNodes } from './server-nodes.js';

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

/** Describes what holds at a real server that runs already, and names it; or says that none is at hand. */
export async function describeAtServer(name: string, tests: (url: string) => void): Promise<void> {
  if (url && !command) describe(`${name}: ${await serverAt(url)}`, () => tests(url));
  else describe.skip(`${name} (skipped: set KLIMASPUR_TEST_ESDB)`, () => it.todo(name));
}

/** The same for a server that the tests start, and let fail. */
export function describeWithServer(name: string, tests: (server: ServerNodes) => void): void {
  if (url && command) describe(name, () => tests(new ServerNodes(url, command)));
  else {
    const missing = 'set KLIMASPUR_TEST_ESDB and KLIMASPUR_TEST_ESDB_START';
    describe.skip(`${name} (skipped: ${missing})`, () => it.todo(name));
  }
}
