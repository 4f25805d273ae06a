import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { theInternet } from './internet.js';

const never = new AbortController().signal;

describe('the edge of this machine', () => {
  it('connects to an address, or says that nobody listens there', async () => {
    const server = createServer((socket) => socket.end('here'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const socket = await theInternet.connect('127.0.0.1', port, never);
    const [said] = (await once(socket, 'data')) as [Buffer];
    expect(said.toString()).toBe('here');
    socket.destroy();
    server.close();
    await once(server, 'close');
    const refused = theInternet.connect('127.0.0.1', port, never);
    await expect(refused).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('lets go when it is told to', async () => {
    const stopped = AbortSignal.abort();
    await expect(theInternet.connect('127.0.0.1', 9, stopped)).rejects.toThrow('aborted');
    await expect(theInternet.resolve('stadt.example', stopped)).rejects.toThrow('aborted');
    const during = new AbortController();
    const looking = theInternet.resolve('stadt.example', during.signal);
    during.abort();
    await expect(looking).rejects.toThrow('no name server answers');
  });
});
