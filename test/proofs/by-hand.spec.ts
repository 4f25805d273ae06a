import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestApp } from '../api/app.js';
import { describeWithTools } from '../tools/describe-with-tools.js';

/** The recipe of docs/trust.md, run as it is written there, with nothing of this program. */
const [, recipe = ''] = /```bash\n([^]*?)```/.exec(readFileSync('docs/trust.md', 'utf8'))!;

interface Proof {
  readonly event?: { readonly data: { text?: object } };
  readonly leaf?: string;
  readonly proof: string;
  readonly key: string;
}

let app: TestApp;
let folder: string;
let proofs: readonly Proof[];

const proofOf = async (id: string): Promise<Proof> =>
  (await app.ask({ path: `/api/v1/entries/${id}/proof`, token: null })).json as unknown as Proof;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'klimaspur-'));
  app = await TestApp.start();
  const municipality = await app.given('municipalities', { text: { name: 'Prüfstadt' } });
  const measure = await app.given('measures', {
    municipality,
    text: { title: 'Bäume „Süd“ – 3 €' },
  });
  const draft = await app.given('measures', { municipality, text: { title: 'Entwurf' } });
  const organ = await app.given('organs', {
    ...{ municipality, kind: 'COUNCIL', decidesFinally: true },
    text: { name: 'Versammlung' },
  });
  await app.given('decisions', {
    ...{ municipality, organ, outcome: 'ADOPTED', final: true, occurredOn: '2024-02-01' },
    effects: [measure, draft].map((id) => ({ measure: id, effect: 'ADOPTS', scope: 'FULL' })),
    text: { title: 'Beschluss\twörtlich\n„zwei“' },
  });
  await app.post(`measures/${measure}/publish-measure`, {});
  await app.publish(municipality);
  await app.settle();
  const events = await app.worlds.own.log.readAll(null, 100);
  const all = await Promise.all(events.map(({ id }) => proofOf(id)));
  proofs = all.filter(({ proof }) => proof !== undefined);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await app.stop();
});

const ROOT = 'The root is that of the checkpoint.';
const SIGNED = 'Signature Verified Successfully';

const runOn = (proof: Proof, key = proof.key): string => {
  writeFileSync(join(folder, 'proof.json'), JSON.stringify(proof));
  const { stdout } = spawnSync('bash', ['-c', recipe], {
    ...{ cwd: folder, encoding: 'utf8' },
    env: { PATH: process.env['PATH'], KEY: key },
  });
  return stdout;
};

describeWithTools(['bash', 'jq', 'openssl'], 'the recipe of the documentation', () => {
  it('proves each entry, with a text and without, told as a whole and by its hash, the last of a row too', () => {
    expect(proofs.filter(({ event }) => event?.data.text).length).toBeGreaterThan(3);
    expect(proofs.some(({ event }) => event && !event.data.text)).toBe(true);
    expect(proofs.some(({ leaf }) => leaf !== undefined)).toBe(true);
    for (const proof of proofs) expect(runOn(proof)).toBe(`${ROOT}\n${SIGNED}\n`);
  });

  it('does not prove another text, another place or another way', () => {
    const proof = proofs.find(({ event }) => event?.data.text)!;
    const forged = structuredClone(proof);
    forged.event!.data.text = { name: 'Anders' };
    expect(runOn(forged)).toBe(`${SIGNED}\n`);
    const [, place = ''] = /^index (\d+)$/m.exec(proof.proof)!;
    const moved = proof.proof.replace(`index ${place}`, `index ${Number(place) + 1}`);
    expect(runOn({ ...proof, proof: moved })).not.toContain(ROOT);
    const shorter = proof.proof.replace(/\n[^\n]*\n\n/, '\n\n');
    expect(runOn({ ...proof, proof: shorter })).not.toContain(ROOT);
  });

  it('does not take the signature of somebody else', () => {
    const { publicKey } = generateKeyPairSync('ed25519');
    const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
    const key = `other+00000000+${Buffer.concat([Buffer.of(1), raw]).toString('base64')}`;
    expect(runOn(proofs[0]!, key)).not.toContain(SIGNED);
  });
});
