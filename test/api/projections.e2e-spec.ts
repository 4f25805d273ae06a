import { randomUUID } from 'node:crypto';
import type { JsonObject, RecordedEvent, Upcasting } from '@klimaspur/event-store';
import { TestApp } from './app.js';
import { aTown } from './requests.js';

interface Projection {
  readonly name: string;
  readonly state: string;
  readonly position: string;
  readonly lag: { readonly events: number; readonly more: boolean };
  readonly parked: number;
}
interface Parked {
  readonly projection: string;
  readonly stream: string;
  readonly event: string;
  readonly dismissed: object | null;
}

/** How a later program reads what this one cannot tell. */
let mended = (event: RecordedEvent): RecordedEvent => event;
const upcasting: Upcasting = {
  event: (event) => mended(event),
  needsStream: () => false,
  stream: (history) => history.map((event) => mended(event)),
};

describe('projections, as the operator looks after them', () => {
  let app: TestApp;
  let measure: string;
  let other: string;
  let plan: string | undefined;
  let poison: string;

  const list = async () =>
    (await app.ask({ path: '/api/v1/projections' })).json['items'] as Projection[];
  const parked = async () =>
    (await app.ask({ path: '/api/v1/parked-streams' })).json['items'] as Parked[];
  const measureOf = async (id: string) => (await app.ask({ path: `/api/v1/measures/${id}` })).json;

  /** Past every door: a hand in the log. */
  const byHand = async (
    stream: string,
    type: string,
    data: JsonObject,
    odd: JsonObject = {},
  ): Promise<string> => {
    const history = await app.store.readStream(stream);
    const metadata = { ...history[0]!.metadata, recordedAt: new Date().toISOString(), ...odd };
    const event = { id: randomUUID(), type, data, metadata };
    await app.store.append(stream, [event], history.length - 1);
    return event.id;
  };

  const sent = (path: string, typed: Record<string, string>) =>
    app.ask({
      method: 'POST',
      path,
      body: new URLSearchParams(typed).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    });

  beforeAll(async () => {
    app = await TestApp.start({}, undefined, undefined, upcasting);
    const { measure: first = '', municipality, ...things } = await aTown(app);
    measure = first;
    plan = things['plan'];
    other = await app.given('measures', { municipality, text: { title: 'Another one' } });
  });
  afterAll(() => app.stop());

  it('are all live and level with the log', async () => {
    await app.worlds.own.policies.catchUp();
    const last = await app.store.lastPosition();
    const items = await list();
    expect(items.map(({ name }) => name)).toEqual(['views', 'proofs', 'policies']);
    for (const { name, state, position, lag } of items) {
      if (name === 'proofs') continue;
      expect({ name, state, position, lag }).toEqual({
        ...{ name, state: 'live', position: last },
        lag: { events: 0, more: false, since: null },
      });
    }
  });

  it('show a poisoned event: its stream is parked, all others go on', async () => {
    const before = await measureOf(measure);
    poison = await byHand(`measure-${measure}`, 'MeasureDescribed', { text: { title: 5 } });
    const started = await app.post(`measures/${other}/start-implementation`, {});
    expect(started.status).toBe(200);
    await app.settle();
    expect(await parked()).toMatchObject([
      {
        ...{ projection: 'views', stream: `measure-${measure}`, event: poison },
        dismissed: null,
      },
    ]);
    expect(await measureOf(measure)).toEqual(before);
    expect(await measureOf(other)).toMatchObject({ implementation: 'IN_PROGRESS' });
    const history = await app.ask({ path: `/api/v1/measures/${measure}/history` });
    expect(history.status).toBe(200);
    expect(history.text).not.toContain(poison);
    const page = await app.ask({ path: `/de/kommunen` });
    expect(page.status).toBe(200);
  });

  it('keep a node ready, and tell strangers neither stream nor reason', async () => {
    const { status, json, text } = await app.ask({ path: '/health/ready', token: null });
    expect(status).toBe(200);
    expect(json['projections']).toMatchObject({ views: { state: 'parked', parked: 1 } });
    expect(text).not.toContain(measure);
    expect((await app.ask({ path: '/health/live', token: null })).status).toBe(200);
  });

  it('are told again on demand; what cannot be told stays parked', async () => {
    const replayed = await app.post(`parked-streams/measure-${measure}/replay`, {});
    expect([replayed.status, replayed.json['items']]).toEqual([
      200,
      [expect.objectContaining({ event: poison })],
    ]);
    const unknown = await app.post(`parked-streams/measure-${other}/replay`, {});
    expect([unknown.status, unknown.json['code']]).toEqual([404, 'projection/not-parked']);
  });

  it('are built anew by name, and park again what cannot be told', async () => {
    for (const name of ['views', 'proofs', 'policies']) {
      const { status, json } = await app.post(`projections/${name}/rebuild`, {});
      expect([status, json['items']]).toEqual([200, [expect.objectContaining({ name })]]);
    }
    expect(await parked()).toMatchObject([{ event: poison }]);
    const { status, json } = await app.post('projections/nothing/rebuild', {});
    expect([status, json['code']]).toEqual([404, 'projection/unknown']);
  });

  it('are counted for Prometheus, for operators alone', async () => {
    const { status, text, headers } = await app.ask({ path: '/metrics' });
    expect([status, headers.get('content-type')]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
    ]);
    expect(text).toContain('klimaspur_projection_parked_streams{projection="views"} 1\n');
    expect(text).toContain('klimaspur_projection_state{projection="views",state="parked"} 1\n');
    expect(text).toMatch(/^klimaspur_log_commits_total\{world="own"\} [1-9]/m);
    for (const line of text.trimEnd().split('\n')) {
      expect(line).toMatch(
        /^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z_="., 0-9-]+\})? [0-9.e+-]+)$/,
      );
    }
    expect(text).not.toContain(measure);
    expect((await app.ask({ path: '/metrics', token: null })).status).toBe(401);
  });

  it.each([
    ['de', '/de/admin/projektionen', 'erneut', 'Zurückgestellt'],
    ['en', '/en/admin/projections', 'replay', 'Parked'],
  ])('have a page for operators in %s, with forms that tell what is missing', async (...said) => {
    const [, path, replay, heading] = said;
    const page = await app.ask({ path, headers: { accept: 'text/html' } });
    expect([page.status, page.text.includes(heading), page.text.includes(poison)]).toEqual([
      ...[200, true, true],
    ]);
    const stream = `measure-${measure}`;
    const again = await sent(`${path}/${replay}`, { stream });
    expect([again.status, again.headers.get('location')]).toEqual([303, path]);
    const [cookie = ''] = again.headers.getSetCookie();
    const after = await app.ask({ path, headers: { accept: 'text/html', cookie } });
    expect(after.text).toContain('<div class="notice is-warning" role="status">');
    const dismiss = `${path}/${path.startsWith('/de') ? 'lassen' : 'dismiss'}`;
    const without = await sent(dismiss, { reason: 'As it is' });
    expect([without.status, without.text.includes('value="As it is"')]).toEqual([400, true]);
    const stranger = await app.ask({ path, token: null, headers: { accept: 'text/html' } });
    expect(stranger.status).not.toBe(200);
  });

  it('take a reason for leaving a stream as it is, and remember it', async () => {
    const path = `parked-streams/measure-${measure}/dismiss`;
    const without = await app.post(path, {});
    expect([without.status, without.json['code']]).toEqual([400, 'command/invalid']);
    const { status } = await app.post(path, { reason: 'Written by mistake' });
    expect(status).toBe(200);
    const { text } = await app.ask({ path: '/metrics' });
    expect(text).toContain('klimaspur_projection_parked_streams{projection="views"} 0\n');
    await app.post('projections/views/rebuild', {});
    expect(await parked()).toMatchObject([{ dismissed: { reason: 'Written by mistake' } }]);
  });

  it('tell a stream again once the program is mended, and forget that it was parked', async () => {
    mended = (event) =>
      event.id === poison ? { ...event, data: { text: { title: 'Mended' } } } : event;
    const { status, json } = await app.post(`parked-streams/measure-${measure}/replay`, {});
    expect([status, json['items']]).toEqual([200, []]);
    expect(await parked()).toEqual([]);
    expect(await measureOf(measure)).toMatchObject({ title: 'Mended' });
    const [views] = await list();
    expect(views).toMatchObject({ name: 'views', state: 'live', parked: 0 });
  });

  it('let policies go on behind an entry of which the effects cannot be written', async () => {
    await app.worlds.own.policies.catchUp();
    const [policies] = (await list()).filter(({ name }) => name === 'policies');
    expect(policies).toMatchObject({ state: 'live', parked: 0, lag: { events: 0 } });
  });

  it('let nobody write behind an entry that cannot be read, and say why', async () => {
    const stream = `plan-${plan}`;
    const entry = await byHand(stream, 'PlanDrafted', {}, { occurredOn: -1 });
    await app.settle();
    expect(await parked()).toMatchObject([{ stream, event: entry }]);
    const before = await app.eventsOf(stream);
    const { status, json } = await app.post(`plans/${plan}/remove-measure`, { measure: other });
    expect([status, json['code']]).toEqual([409, 'log/entry-unreadable']);
    expect(json['detail']).toContain('fehlerhaft gespeichert');
    expect(await app.eventsOf(stream)).toEqual(before);
  });

  it('are shown to operators alone', async () => {
    for (const path of ['/api/v1/projections', '/api/v1/parked-streams']) {
      const { status, json } = await app.ask({ path, token: null });
      expect([status, json['code']]).toEqual([401, 'auth/sign-in-needed']);
    }
  });
});
