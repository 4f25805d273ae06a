import { jsonEvent } from '@eventstore/db-client';
import { LogClosed } from '../errors.js';
import { addressOf } from './address.js';
import { Connection } from './connection.js';

const keepAlive = { keepAliveInterval: 10_000, keepAliveTimeout: 4_000 };

describe('a connection that was closed', () => {
  // The client would call on a closed channel, and throw where nobody can catch it.
  it('refuses a call that had to wait until then', async () => {
    const connection = new Connection(addressOf('esdb://127.0.0.1:1?tls=false'), keepAlive);
    const append = () =>
      connection.run((client) =>
        client.appendToStream('order-1', jsonEvent({ type: 'OrderPlaced', data: {} }), {
          credentials: connection.credentials,
          deadline: 1_000,
        }),
      );
    await expect(append()).rejects.toMatchObject({ code: 14 });
    connection.close();
    await expect(append()).rejects.toThrow(LogClosed);
  });
});
