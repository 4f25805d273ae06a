import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { signingLease, Vault } from '@klimaspur/vault';
import { Checkpoints } from '../../apps/api/src/proofs/checkpoints.js';
import { TestApp } from '../api/app.js';
import { freshDatabase } from '../tools/postgres.js';

const LOOK_EVERY_MS = 20;
const label = 'Hannelore Unverwechselbar';

let folder: string;
let nodes: readonly [TestApp, TestApp];
let history: string;
let person: string;
let cookie: string;

/** Two nodes with one vault, and logs that tell the same: that of the second is a copy. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-nodes-'));
  const environment = { KLIMASPUR_VAULT: await freshDatabase() };
  const first = await TestApp.start(environment);
  const town = await first.given('municipalities', { text: { name: 'Teststadt' } });
  const measure = await first.given('measures', { municipality: town, text: { title: 'Radweg' } });
  await signIn(first, town);
  const checked = await first.ask({
    ...{ method: 'POST', path: `/api/v1/measures/${measure}/report-delay` },
    body: { reason: 'STAFF', text: { note: 'Später' } },
    ...{ token: null, headers: { cookie, origin: first.url } },
  });
  if (checked.status !== 200) throw new Error(checked.text);
  await first.publish(town);
  await first.post(`measures/${measure}/publish-measure`, {});
  await first.settle();
  history = `/de/kommunen/teststadt/massnahmen/${measure}/verlauf`;
  cpSync(first.folder, folder, { recursive: true });
  nodes = [first, await TestApp.start({ ...environment, KLIMASPUR_DATA: folder })];
});
afterAll(async () => {
  for (const node of nodes) await node.stop();
  rmSync(folder, { recursive: true });
});

async function signIn(node: TestApp, municipality: string): Promise<void> {
  const { json } = await node.post('login-links', { role: 'MONITOR', municipality });
  const code = new URL(String(json['url'])).searchParams.get('code');
  const session = { method: 'POST', path: '/api/v1/sessions', token: null } as const;
  const answer = await node.ask({ ...session, body: { code, label } });
  cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
  person = String(answer.json['person']);
}

const me = (node: TestApp) => node.ask({ path: '/api/v1/me', token: null, headers: { cookie } });

const says = async (node: TestApp): Promise<string> =>
  (await node.ask({ path: history, token: null })).text;

/** What no program can tell, in the log of each node. */
async function poison(): Promise<string> {
  const municipality = crypto.randomUUID();
  const event = { type: 'MunicipalityFounded', data: { text: { name: 5 } } };
  const metadata = { actor: { person: municipality, role: 'OPERATOR' } };
  const [at, id] = [{ recordedAt: '2026-03-02T10:00:00.000Z' }, crypto.randomUUID()];
  for (const { store } of nodes) {
    const written = { id, ...event, metadata: { ...metadata, ...at } };
    await store.append(`municipality-${municipality}`, [written], 'no_stream');
  }
  for (const node of nodes) await node.settle();
  return `municipality-${municipality}`;
}

describe('two nodes with one vault in PostgreSQL', () => {
  it('both know whoever has signed in at one', async () => {
    for (const node of nodes) {
      expect(await me(node)).toMatchObject({ status: 200, json: { person, label } });
    }
  });

  it('sign one checkpoint, whoever of them begins', async () => {
    const signed = await Promise.all(nodes.map((node) => node.app.get(Checkpoints).ofAll()));
    expect(signed[0]).toEqual(signed[1]);
    const told = await Promise.all(
      nodes.map(({ ask }, n) => ask.call(nodes[n], { path: '/checkpoint', token: null })),
    );
    expect(told[0]!.text).toBe(told[1]!.text);
    const keys = nodes.map((node) => node.app.get(Checkpoints).sealOf().key.verifier);
    expect(keys[0]).toBe(keys[1]);
    expect(await nodes[1].app.get(Vault).checkpoints.count(signed[0]!.origin)).toBe(1);
  });

  it('show another name on pages that a node had kept, when it was changed at the other', async () => {
    for (const node of nodes) expect(await says(node)).toContain(label);
    await nodes[0].app.get(Vault).relabel(person, 'Hanna');
    expect(await says(nodes[0])).toContain('Hanna');
    while ((await says(nodes[1])).includes(label)) await delay(LOOK_EVERY_MS);
    expect(await says(nodes[1])).toContain('Hanna');
  });

  it('let nobody in any more who was erased at the other', async () => {
    await nodes[1].ask({ method: 'POST', path: `/api/v1/persons/${person}/forget` });
    for (const node of nodes) expect((await me(node)).status).toBe(401);
    while ((await says(nodes[0])).includes('Hanna')) await delay(LOOK_EVERY_MS);
    expect(await says(nodes[0])).toContain('ehemaliges Mitglied');
  });

  it('say „not yet“ while another one signs, and sign when its time has run out', async () => {
    const [node] = nodes;
    const { leases } = node.app.get(Vault);
    const { origin } = node.app.get(Checkpoints).sealOf();
    const killed = await leases.take(signingLease(origin), 'killed', 3_600_000);
    await node.post('municipalities', { text: { name: 'Anderswo' } });
    const [event] = (await node.store.readAll(null, 1_000)).slice(-1);
    const proof = () => node.ask({ path: `/api/v1/entries/${event!.id}/proof` });
    expect(await proof()).toMatchObject({ status: 503, json: { code: 'checkpoint/behind' } });
    await leases.giveBack(killed!);
    expect((await proof()).status).toBe(200);
  });

  it('leave a parked stream as it is on both, when an operator said so at one', async () => {
    const stream = await poison();
    const path = `/api/v1/parked-streams/${stream}/dismiss`;
    const body = { reason: 'Versehen' };
    expect((await nodes[0].ask({ method: 'POST', path, body })).status).toBe(200);
    for (const node of nodes) {
      const { json } = await node.ask({ path: '/api/v1/parked-streams' });
      expect(json['items']).toMatchObject([{ stream, dismissed: body }]);
      const { text } = await node.ask({ path: '/metrics' });
      expect(text).toContain('klimaspur_projection_parked_streams{projection="views"} 0\n');
    }
  });
});
