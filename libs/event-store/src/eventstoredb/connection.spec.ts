import { LogClosed } from '../errors.js';
import { addressOf } from './address.js';
import { Connection } from './connection.js';

const keepAlive = { keepAliveInterval: 10_000, keepAliveTimeout: 4_000 };

describe('a connection that was closed', () => {
  it('refuses a call that had to wait until then', async () => {
    const connection = new Connection(addressOf('esdb://127.0.0.1:1?tls=false'), keepAlive);
    const append = () => connection.append({ stream: 'order-1', events: [], head: -1 });
    await expect(append()).rejects.toMatchObject({ code: 14 });
    connection.close();
    await expect(append()).rejects.toThrow(LogClosed);
  });
});
