import { type RunningServer, startBuiltServer, token } from '../tools/running-server.js';
import { klimaspurIn } from '../tools/shell.js';

let server: RunningServer;
beforeAll(async () => {
  server = await startBuiltServer();
});
afterAll(() => server.stop());

const klimaspur = (...words: string[]) =>
  klimaspurIn({ data: server.folder, environment: { KLIMASPUR_TOKEN: token } }, ...words);
const ask = async (path: string, body?: object) => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const sent = body ? { method: 'POST', body: JSON.stringify(body) } : {};
  const answer = await fetch(`${server.url}/api/v1/${path}`, { headers, ...sent });
  return (await answer.json()) as { id: string; title: string; events: string[] };
};

describe('texts and the shell', () => {
  it('says what would go, and takes it out with a reason, once', async () => {
    const { id: municipality } = await ask('municipalities', { text: { name: 'Teststadt' } });
    const text = { title: 'Haus von Geheimname' };
    const { id, events } = await ask('measures', { municipality, text });
    const [entry = ''] = events;

    const reasonless = await klimaspur('redact', entry);
    expect([reasonless.code, reasonless.err.includes('--reason')]).toEqual([2, true]);
    const unknown = await klimaspur('redact', municipality, '--reason', 'x');
    expect(unknown.code).toBe(1);
    const would = await klimaspur('redact', entry, '--dry-run');
    expect([would.code, would.err]).toEqual([0, expect.stringContaining('MeasureRecorded')]);
    expect((await ask(`measures/${id}`)).title).toBe('Haus von Geheimname');

    const done = await klimaspur('redact', entry, '--reason', 'Privater Name', '--json');
    expect([done.code, JSON.parse(done.out)]).toMatchObject([0, { events: [expect.any(String)] }]);
    expect((await ask(`measures/${id}`)).title).toMatch(/^\[entfernt am /);
    const again = await klimaspur('redact', entry, '--reason', 'Noch einmal');
    expect([again.code, again.err]).toEqual([0, expect.stringContaining('already')]);
    const verified = await klimaspur('verify');
    expect([verified.code, verified.err]).toEqual([0, expect.any(String)]);
  });
});
