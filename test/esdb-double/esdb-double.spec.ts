import { EventStoreDBClient } from '@eventstore/db-client';
import { EsdbDouble } from './esdb-double.js';
import { appendsAsSeen, credentials } from './seen-appends.js';
import { readsAsSeen } from './seen-reads.js';
import { subscribesAsSeen } from './seen-subscriptions.js';

interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

/** What the double imitates must be true of a real server as well, wherever one is at hand. */
function behavesAsSeen(start: () => Promise<Server>, told: { features: boolean }): void {
  let server: Server;
  let client: EventStoreDBClient;
  const connected = (): EventStoreDBClient => client;
  beforeAll(async () => {
    server = await start();
    client = EventStoreDBClient.connectionString(server.url);
  });
  afterAll(async () => {
    await client.dispose();
    await server.stop();
  });

  describe('appends, one call each', () => {
    appendsAsSeen(connected, { credentials });
  });
  if (told.features) {
    describe('appends on the shared stream', () => {
      appendsAsSeen(connected, {});
    });
  }
  describe('reads', () => {
    readsAsSeen(connected);
  });
  describe('subscriptions', () => {
    subscribesAsSeen(connected);
  });
}

describe('the double', () => {
  behavesAsSeen(() => EsdbDouble.start(), { features: true });
});

const real = process.env['KLIMASPUR_TEST_ESDB'];
if (real) await besides(real);
// oxlint-disable-next-line jest/no-disabled-tests, jest/valid-describe-callback -- only what nobody has is left out
else describe.skip('a real server (skipped: set KLIMASPUR_TEST_ESDB)', () => it.todo('is there'));

async function besides(url: string): Promise<void> {
  const features = await tellsItsFeatures(url);
  const missing = features ? '' : ', which cannot tell its features: without the shared stream';
  describe(`a real server at ${url}${missing}`, () => {
    behavesAsSeen(async () => ({ url, stop: async () => {} }), { features });
  });
}

/** The client asks for them before it uses the shared stream; some builds of the server fail there. */
async function tellsItsFeatures(url: string): Promise<boolean> {
  const client = EventStoreDBClient.connectionString(url);
  const answered = await client.appendToStream('seen-features', []).then(
    () => true,
    () => false,
  );
  await client.dispose();
  return answered;
}
