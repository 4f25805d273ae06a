import type { IncomingMessage, ServerResponse } from 'node:http';
import fc from 'fast-check';
import { LinkChecker, type LinkCheckerOptions } from './link-checker.js';
import { isPublicAddress } from './public-address.js';
import { certificate } from './testing/certificate.js';
import { PretendedInternet } from './testing/pretended-internet.js';
import { linkKey } from './target.js';

const PUBLIC = '93.184.216.34';
const never = new AbortController().signal;
let internet: PretendedInternet;
let answers: Record<string, (response: ServerResponse, request: IncomingMessage) => void>;

const status =
  (code: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse) =>
    void response.writeHead(code, headers).end();
const movedTo = (location: string, code = 302) => status(code, { location });

beforeEach(async () => {
  answers = {};
  internet = await PretendedInternet.start(
    {
      'stadt.example': [PUBLIC],
      'other.example': ['93.184.216.35'],
      'both.example': [PUBLIC, '2606:4700::1111'],
      'inside.example': ['10.0.0.5'],
      'half.example': [PUBLIC, '127.0.0.1'],
      'mapped.example': ['::ffff:169.254.169.254'],
      'turns.example': (time) => [time === 0 ? PUBLIC : '127.0.0.1'],
      localhost: ['127.0.0.1'],
      'silent.example': 'silence',
      'stadt.example.': [PUBLIC],
    },
    (request, response) => {
      const answer = answers[`${request.headers.host}${request.url}`] ?? status(404);
      answer(response, request);
    },
  );
});
afterEach(() => internet.stop());

const checker = (options: Partial<LinkCheckerOptions> = {}) =>
  new LinkChecker({ internet, userAgent: 'Klimaspur/1', pauseMs: 0, ...options });
const check = (url: string) => checker().check(url, never);

describe('a link is reachable', () => {
  it('where its server says so to the smallest question there is', async () => {
    answers['stadt.example/plan.pdf?a=1'] = status(200);
    expect(await check('http://stadt.example/plan.pdf?a=1#seite=3')).toEqual({ kind: 'reachable' });
    expect(internet.asked).toEqual(['HEAD stadt.example/plan.pdf?a=1']);
    expect([...internet.userAgents]).toEqual(['Klimaspur/1']);
  });

  it.each([403, 404, 405, 501])('where the server has only %i for HEAD', async (code) => {
    answers['stadt.example/'] = (response, { method, headers }) =>
      method === 'HEAD' ? status(code)(response) : status(headers.range ? 206 : 500)(response);
    expect(await check('http://stadt.example/')).toEqual({ kind: 'reachable' });
  });

  it('over HTTPS, where the certificate is trusted and that of the name', async () => {
    const trusting = checker({ certificates: [certificate.cert] });
    answers['stadt.example/'] = status(200);
    answers['other.example/'] = status(200);
    expect(await trusting.check('https://stadt.example/', never)).toEqual({ kind: 'reachable' });
    expect(await trusting.check('https://other.example/', never)).toEqual({ kind: 'unclear' });
    expect(await trusting.check(`https://${PUBLIC}/`, never)).toEqual({ kind: 'unclear' });
  });

  it('without its body being read', async () => {
    const written = Promise.withResolvers<void>();
    answers['stadt.example/'] = (response, { method }) => {
      if (method === 'HEAD') return status(405)(response);
      response.writeHead(200);
      const pour = setInterval(() => response.write('x'.repeat(10_000)), 1);
      response.once('close', () => {
        clearInterval(pour);
        written.resolve();
      });
    };
    expect(await check('http://stadt.example/')).toEqual({ kind: 'reachable' });
    await written.promise;
  });

  it('at the end of up to five redirects, over hosts and relative addresses', async () => {
    answers['stadt.example/0'] = movedTo('/1', 301);
    answers['stadt.example/1'] = movedTo('//other.example/2', 307);
    answers['other.example/2'] = movedTo('3', 308);
    answers['other.example/3'] = movedTo('http://stadt.example/4', 303);
    answers['stadt.example/4'] = movedTo('/5');
    answers['stadt.example/5'] = status(200);
    expect(await check('http://stadt.example/0')).toEqual({ kind: 'reachable' });
    answers['stadt.example/'] = movedTo('/0');
    expect(await check('http://stadt.example/')).toEqual({ kind: 'unclear' });
  });

  it('at the next address of its host where nobody listens at the first', async () => {
    internet.deaf.add(PUBLIC);
    answers['both.example/'] = status(200);
    expect(await check('http://both.example/')).toEqual({ kind: 'reachable' });
    expect(internet.connected).toEqual([PUBLIC, '2606:4700::1111']);
  });
});

describe('a link is gone', () => {
  it.each([404, 410])('where its server says %i, also behind a redirect', async (code) => {
    answers['stadt.example/old'] = status(code);
    answers['stadt.example/'] = movedTo('/old');
    const gone = { kind: 'gone', reason: 'not-found' };
    expect(await check('http://stadt.example/old')).toEqual(gone);
    expect(await check('http://stadt.example/')).toEqual(gone);
  });

  it('where its name does not exist', async () =>
    expect(await check('http://weg.example/')).toEqual({ kind: 'gone', reason: 'no-such-name' }));

  it('where nobody listens', async () => {
    internet.deaf.add(PUBLIC);
    const gone = { kind: 'gone', reason: 'nobody-listens' };
    expect(await check('https://stadt.example/')).toEqual(gone);
  });
});

describe('nothing is said of a link', () => {
  it.each([400, 401, 403, 405, 408, 418, 429, 451, 500, 503, 999])(
    'whose server answers %i',
    async (code) => {
      answers['stadt.example/'] = status(code);
      expect(await check('http://stadt.example/')).toEqual({ kind: 'unclear' });
    },
  );

  it('but when its host wants to be asked again', async () => {
    answers['stadt.example/'] = status(429, { 'retry-after': '7200' });
    const later = { kind: 'unclear', waitSeconds: 7200 };
    expect(await check('http://stadt.example/')).toEqual(later);
    expect(internet.asked).toHaveLength(1);
    const date = new Date(Date.now() + 3_600_000).toUTCString();
    answers['stadt.example/'] = status(503, { 'retry-after': date });
    const { waitSeconds } = (await check('http://stadt.example/')) as { waitSeconds?: number };
    expect(Math.abs((waitSeconds ?? 0) - 3_600)).toBeLessThan(60);
  });

  it('whose host takes too long, or speaks something else', async () => {
    answers['stadt.example/slow'] = () => undefined;
    answers['stadt.example/odd'] = ({ socket }) => void socket?.end('SSH-2.0-OpenSSH\r\n');
    const impatient = checker({ patienceMs: 50 });
    expect(await impatient.check('http://silent.example/', never)).toEqual({ kind: 'unclear' });
    expect(await impatient.check('http://stadt.example/slow', never)).toEqual({ kind: 'unclear' });
    expect(await check('http://stadt.example/odd')).toEqual({ kind: 'unclear' });
  });

  it('whose host cannot prove who it is', async () => {
    answers['stadt.example/'] = status(404);
    expect(await check('https://stadt.example/')).toEqual({ kind: 'unclear' });
  });

  it('whose head does not end', async () => {
    answers['stadt.example/'] = ({ socket }) => {
      socket?.write('HTTP/1.1 200 OK\r\n');
      const pour = setInterval(() => socket?.write(`x: ${'y'.repeat(10_000)}\r\n`), 1);
      socket?.once('close', () => clearInterval(pour));
    };
    expect(await check('http://stadt.example/')).toEqual({ kind: 'unclear' });
  });
});

/** As a server would write it: bytes, without what no header may hold. */
const asHeader = (text: string) => Buffer.from(text.replace(/\p{C}/gu, '')).toString('latin1');

const hostile = [
  'http://127.0.0.1/',
  'http://127.0.0.1./',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0x7f.0.0.1/',
  'http://0177.0.0.1/',
  'http://017700000001/',
  'http://①②⑦.0.0.1/',
  'http://127。0。0。1/',
  'http://0/',
  'http://[::]/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[::127.0.0.1]/',
  'http://[0:0:0:0:0:ffff:10.0.0.1]/',
  'http://[64:ff9b::10.0.0.1]/',
  'http://[2002:7f00:1::]/',
  'http://[fe80::1]/',
  'http://[fd00:ec2::254]/',
  'http://169.254.169.254/latest/meta-data/',
  'http://2852039166/latest/meta-data/',
  'http://10.0.0.1/',
  'http://192.168.0.1/',
  'http://172.16.0.1/',
  'http://100.64.0.1/',
  'http://192.0.2.1/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
  'http://localhost/',
  'http://LOCALHOST/',
  'http://inside.example/',
  'http://half.example/',
  'http://mapped.example/',
  'http://stadt.example:22/',
  'http://stadt.example:6379/',
  'https://stadt.example:8443/',
  'http://user@stadt.example/',
  'http://user:word@stadt.example/',
  'http://stadt.example@127.0.0.1/',
  'http://127.0.0.1#@stadt.example/',
  'http://127.0.0.1?@stadt.example/',
  'http:\\\\127.0.0.1\\',
  'ftp://stadt.example/',
  'file:///etc/passwd',
  'gopher://stadt.example/',
  'javascript:alert(1)',
  'data:text/plain,x',
  'http://',
  'http://[::1',
  '',
];

describe('nobody is asked who is not public', () => {
  it.each(hostile)('at %s', async (url) => {
    expect(await check(url)).toEqual({ kind: 'unclear' });
    expect(internet.connected).toEqual([]);
  });

  it.each(hostile.filter((url) => url !== ''))('after a redirect to %s', async (location) => {
    answers['stadt.example/'] = (response) => {
      response.writeHead(302, { location: asHeader(location) }).end();
    };
    expect(await check('http://stadt.example/')).toMatchObject({ kind: 'unclear' });
    expect(internet.connected.filter((address) => address !== PUBLIC)).toEqual([]);
  });

  it('when a name leads elsewhere the second time', async () => {
    answers['turns.example/'] = movedTo('/again');
    expect(await check('http://turns.example/')).toEqual({ kind: 'unclear' });
    expect(internet.connected).toEqual([PUBLIC]);
  });

  it('whatever names lead to, and whatever redirects say', async () => {
    const address = fc.oneof(
      fc.ipV4(),
      fc.ipV6(),
      fc.constantFrom(PUBLIC, '127.0.0.1', '::ffff:10.0.0.1', '169.254.169.254'),
    );
    const world = fc.record({
      names: fc.array(
        fc.array(fc.array(address, { maxLength: 3 }), { minLength: 1, maxLength: 3 }),
        {
          minLength: 1,
          maxLength: 4,
        },
      ),
      moves: fc.array(
        fc.oneof(
          fc.nat(5).map((n) => `http://name${n}.example/`),
          fc.webUrl({ withFragments: true }),
          address.map((one) => (one.includes(':') ? `http://[${one}]/` : `http://${one}/`)),
          fc.constantFrom(...hostile),
          fc.string(),
        ),
        { maxLength: 6 },
      ),
    });
    await fc.assert(
      fc.asyncProperty(world, async ({ names, moves }) => {
        const left = [...moves];
        const wild = await PretendedInternet.start(
          Object.fromEntries(
            names.map((each, n) => [`name${n}.example`, (time) => each[time % each.length] ?? []]),
          ),
          (_request, response) => {
            const location = asHeader(left.shift() ?? '');
            response.writeHead(location === '' ? 200 : 302, { location }).end();
          },
        );
        try {
          const wary = new LinkChecker({ internet: wild, userAgent: 'Klimaspur/1', pauseMs: 0 });
          await wary.check('http://name0.example/', never);
          expect(wild.connected.filter((one) => !isPublicAddress(one))).toEqual([]);
        } finally {
          await wild.stop();
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('whoever is asked', () => {
  it('gets one request at a time', async () => {
    answers['stadt.example/'] = (response) => void setTimeout(() => status(200)(response), 5);
    const patient = checker();
    await Promise.all([1, 2, 3, 4].map(() => patient.check('http://stadt.example/', never)));
    expect([internet.asked.length, internet.busiest]).toEqual([4, 1]);
  });

  it('is left at once when the server stops', async () => {
    const stop = new AbortController();
    answers['stadt.example/'] = () => stop.abort();
    await expect(checker().check('http://stadt.example/', stop.signal)).rejects.toThrow('aborted');
    const during = new AbortController();
    const looking = checker().check('http://silent.example/', during.signal);
    during.abort();
    await expect(looking).rejects.toThrow('aborted');
    const waiting = checker({ pauseMs: 3_600_000 });
    const again = new AbortController();
    answers['stadt.example/'] = status(200);
    await waiting.check('http://stadt.example/', again.signal);
    const second = waiting.check('http://stadt.example/', again.signal);
    again.abort();
    await expect(second).rejects.toThrow('aborted');
  });
});

describe('links that are one', () => {
  it.each([
    ['http://stadt.example/plan.pdf#page=3', 'http://stadt.example/plan.pdf'],
    ['HTTP://Stadt.example:80', 'http://stadt.example/'],
    ['no address', 'no address'],
  ])('%s is kept as %s', (url, key) => expect(linkKey(url)).toBe(key));
});
